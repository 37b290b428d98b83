package io.jari.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Completes the API's document while building. Whatever is done here may be done again: the build asks twice. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentFilter implements OASFilter {
    private final IndexView index;

    public DocumentFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        new Scalars(document).inline();
        new Bodies(index, document).complete();
        var endpoints = Endpoints.of(index, document);
        endpoints.forEach(AccessInDocument::tell);
        endpoints.forEach(ParametersInDocument::tell);
        Endpoints.operations(document).forEach(AnswersInDocument::tell);
        new Examples(document).tell();
    }
}
