package io.jari.document;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What all answers have in common: problems, and the headers that matter. */
final class AnswersInDocument {
    private static final String PROBLEM = "#/components/responses/Problem";
    private static final String ETAG = "ETag";
    private static final String NOT_MODIFIED = "304";
    private static final int FIRST_PROBLEM = 400;
    private static final Map<String, String> WORDS = Map.of(
            "200", "As asked for",
            "201", "Made",
            "202", "It will be done",
            "204", "Done");

    private AnswersInDocument() {}

    static void tell(Operation operation) {
        var answers = operation.getResponses();
        if (has(operation, ParametersInDocument.IF_NONE_MATCH) && !answers.hasAPIResponse(NOT_MODIFIED)) {
            answers.addAPIResponse(
                    NOT_MODIFIED,
                    OASFactory.createAPIResponse().description("What If-None-Match names is how it stands"));
        }
        answers.getAPIResponses().forEach((status, answer) -> {
            if (!status.equals("default") && answer.getRef() == null) {
                if (Integer.parseInt(status) >= FIRST_PROBLEM) {
                    refused(answer);
                } else {
                    done(operation, status, answer);
                }
            }
        });
        answers.addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
    }

    private static void refused(APIResponse answer) {
        if (answer.getContent() == null) {
            answer.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(SchemaWalk.COMPONENT + "Problem"))));
        }
        header(answer, "Retry-After", SchemaType.INTEGER, "Seconds to wait, where trying again helps");
    }

    private static void done(Operation operation, String status, APIResponse answer) {
        if (answer.getDescription() == null || answer.getDescription().matches("OK|Created|Accepted|No Content")) {
            answer.setDescription(WORDS.getOrDefault(status, "As asked for"));
        }
        if (answer.getContent() != null) {
            answer.getContent().getMediaTypes().values().stream()
                    .filter(media -> media.getSchema() == null)
                    .forEach(media -> media.setSchema(text()));
        }
        if (has(operation, "cursor")) {
            header(answer, "Link", SchemaType.STRING, "rel=\"next\": the next page; left out on the last");
        }
        if (has(operation, "If-Match") || has(operation, ParametersInDocument.IF_NONE_MATCH)) {
            header(answer, ETAG, SchemaType.STRING, "The version, for If-Match and If-None-Match");
        }
        if (has(operation, "Idempotency-Key")) {
            header(answer, "Idempotent-Replayed", SchemaType.STRING, "true: the answer that was given before");
        }
        if (status.equals("307")) {
            header(answer, "Location", SchemaType.STRING, "Where it is");
        }
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
    }

    private static void header(APIResponse answer, String name, SchemaType type, String words) {
        if (answer.getHeaders() == null || !answer.getHeaders().containsKey(name)) {
            Header header = OASFactory.createHeader()
                    .description(words)
                    .schema(OASFactory.createSchema().type(List.of(type)));
            answer.addHeader(name, header);
        }
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
