package io.jari;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether answers are as the API's document says. With {@code -Djari.contract.log=FILE} what is wrong is written there and nothing fails. */
public final class Contract {
    private static final int FIRST_PROBLEM = 400;
    private static final String PROBLEM = "application/problem+json";
    private static final String BYTES = "application/octet-stream";
    private static final String JSON = "application/json";

    private final ApiDocument document;

    Contract(ApiDocument document) {
        this.document = document;
    }

    /** The contract of the document that is in the repository. */
    public static Contract kept() {
        return Kept.CONTRACT;
    }

    private static final class Kept {
        static final Contract CONTRACT = new Contract(ApiDocument.read(ApiDocument.KEPT));
    }

    /** What was answered to what. */
    public record Said(String method, String path, int status, String type, String text, JsonNode body) {}

    void require(Said said) {
        var flaws = flaws(said);
        if (flaws.isEmpty()) {
            return;
        }
        var all = said.method() + " " + said.path() + " " + said.status() + " is not as docs/openapi.yaml says:\n  "
                + String.join("\n  ", flaws);
        @Nullable String log = System.getProperty("jari.contract.log");
        if (log == null) {
            throw new AssertionError(all);
        }
        append(Path.of(log), all + "\n  " + said.type() + " " + said.text() + "\n");
    }

    private static synchronized void append(Path log, String line) {
        try {
            Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not as the document says. What is no operation may be refused. */
    public List<String> flaws(Said said) {
        // What GET does, HEAD does without the body.
        var operation = document.operation(said.method().equals("HEAD") ? "GET" : said.method(), said.path());
        if (operation.isEmpty()) {
            return said.status() >= FIRST_PROBLEM ? List.of() : List.of("there is no such operation");
        }
        var answers = operation.get().node().path("responses");
        var exact = answers.path(Integer.toString(said.status()));
        if (exact.isMissingNode() && said.status() < FIRST_PROBLEM) {
            return List.of("there is no such status");
        }
        return body(said, document.resolved(exact.isMissingNode() ? answers.path("default") : exact));
    }

    private List<String> body(Said said, JsonNode answer) {
        if (said.text().isEmpty()) {
            return answer.path("content").isEmpty()
                            || answer.path("content").has(BYTES) // which may be none
                            || said.method().equals("HEAD")
                    ? List.of()
                    : List.of("there is no body");
        }
        var type = said.type().replaceAll(";.*", "").strip();
        var media = answer.path("content").path(type);
        if (media.isMissingNode()) {
            return List.of("there is no such type: " + type);
        }
        return type.equals(JSON) || type.equals(PROBLEM)
                ? document.flaws(media.path("schema"), said.body())
                : List.of();
    }
}
