package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Contract;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may not be answered, whatever was asked. */
final class Judge {
    private static final Pattern INSIDE =
            Pattern.compile("Exception|io\\.jari|java\\.|org\\.postgresql|jakarta\\.|io\\.vertx");
    /** Leads to another operation than the one it was made for. */
    private static final Pattern ELSEWHERE = Pattern.compile("/(\\.|%2e){1,2}([/?]|$)", Pattern.CASE_INSENSITIVE);

    private Judge() {}

    /** What is wrong with an answer. */
    static Optional<String> flaw(Answer answer, boolean bodiless) {
        if (answer.status() >= 500) {
            return Optional.of("failed");
        }
        if (answer.status() == 429 && answer.header("retry-after").isEmpty()) {
            return Optional.of("does not say until when");
        }
        return answer.status() < 400 || bodiless ? Optional.empty() : unclear(answer);
    }

    /** What of the answer to an operation is not as the API's document says. */
    static Optional<String> breach(Operation operation, Request request, Answer answer) {
        if (!request.method().equals(operation.method())
                || ELSEWHERE.matcher(request.target()).find()
                || answer.header("content-type").equals("text/event-stream")) {
            return Optional.empty();
        }
        var flaws = Contract.kept()
                .flaws(new Contract.Said(
                        operation.method(),
                        operation.path(),
                        answer.status(),
                        answer.header("content-type"),
                        new String(answer.bytes(), StandardCharsets.UTF_8),
                        answer.json()));
        return flaws.isEmpty() ? Optional.empty() : Optional.of("is not as the document says: " + flaws);
    }

    private static Optional<String> unclear(Answer answer) {
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return Optional.of("is no problem+json");
        }
        var problem = answer.json();
        if (problem.path("status").asInt() != answer.status()
                || problem.path("type").asText().isBlank()
                || problem.path("title").asText().isBlank()) {
            return Optional.of("is not a whole problem");
        }
        if (answer.status() == 400 && !namesIt(problem)) {
            return Optional.of("does not name what is wrong");
        }
        return INSIDE.matcher(new String(answer.bytes(), StandardCharsets.UTF_8))
                        .find()
                ? Optional.of("tells of the inside")
                : Optional.empty();
    }

    private static boolean namesIt(JsonNode problem) {
        var errors = problem.path("errors");
        return errors.isEmpty()
                ? !problem.path("detail").asText().isBlank()
                : errors.valueStream()
                        .allMatch(flaw -> flaw.has("pointer")
                                && !flaw.path("detail").asText().isBlank());
    }
}
