package io.jari;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.ApiDocument.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API's document: kept as built, complete, and its examples are what it says itself. */
class DocumentIT {
    private static final Path BUILT = Path.of("target", "openapi", "openapi.yaml");
    private static final ApiDocument DOCUMENT = ApiDocument.read(BUILT);

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    @Test
    void theDocumentIsKeptAsBuilt() throws IOException {
        if (Boolean.getBoolean("jari.reference.write")) {
            Files.copy(BUILT, ApiDocument.KEPT, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(ApiDocument.KEPT)
                .as("made anew with -Djari.reference.write=true")
                .hasSameTextualContentAs(BUILT);
    }

    @Test
    void itIsOf31AndItsReferencesLeadSomewhere() {
        assertThat(DOCUMENT.root().path("openapi").asText()).startsWith("3.1.");
        assertThat(DOCUMENT.root().findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        ref -> assertThat(DOCUMENT.root().at(ref.substring(1)).isMissingNode())
                                .as(ref)
                                .isFalse());
        assertThat(DOCUMENT.operations().stream()
                        .map(o -> o.node().path("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachOperationIsTold(Operation operation) {
        var node = operation.node();
        assertThat(operation.path()).startsWith("/v1/");
        assertThat(List.of("summary", "operationId", "tags", "x-access", "x-listener", "security", "responses"))
                .as(operation.name())
                .allMatch(node::has);
        assertThat(node.at("/responses/default/$ref").asText()).isEqualTo("#/components/responses/Problem");
        var tags = DOCUMENT.root().path("tags").findValuesAsText("name");
        assertThat(node.path("tags")).allSatisfy(tag -> assertThat(tags).contains(tag.asText()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachSuccessIsTold(Operation operation) {
        var successes = operation.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().matches("[23].."))
                .toList();
        assertThat(successes).as(operation.name()).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.getValue().path("description").asText()).isNotBlank();
            if (answer.getKey().matches("20[01]")) {
                assertThat(answer.getValue().path("content")).isNotEmpty().allSatisfy(DocumentIT::hasSchema);
            }
        });
    }

    private static void hasSchema(JsonNode media) {
        assertThat(media.path("schema")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachBodyTakenHasAnExample(Operation operation) {
        assertThat(operation.node().path("requestBody").path("content"))
                .as(operation.name())
                .allSatisfy(media -> assertThat(media.has("example")).isTrue());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void examplesAreAsTheirSchemasSay(Operation operation) {
        operation
                .node()
                .findParents("example")
                .forEach(holder -> fits(operation.name(), holder, holder.path("example")));
    }

    @Test
    void examplesOfPartsAreAsTheirSchemasSay() {
        DOCUMENT.root().path("components").path("schemas").properties().forEach(schema -> {
            schema.getValue()
                    .path("examples")
                    .forEach(example -> assertThat(DOCUMENT.flaws(schema.getValue(), example))
                            .as(schema.getKey())
                            .isEmpty());
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(property -> property.getValue()
                            .path("examples")
                            .forEach(example -> assertThat(DOCUMENT.flaws(property.getValue(), example))
                                    .as(schema.getKey() + "." + property.getKey())
                                    .isEmpty()));
        });
    }

    private static void fits(String name, JsonNode holder, JsonNode example) {
        assertThat(DOCUMENT.flaws(holder.path("schema"), example))
                .as(name + " " + example)
                .isEmpty();
    }
}
