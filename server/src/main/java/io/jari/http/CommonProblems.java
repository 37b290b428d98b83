package io.jari.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The problems any endpoint may have, by HTTP status. */
final class CommonProblems {
    private static final int RETRY_MILLIS = 1_000;

    private CommonProblems() {}

    static Problem.Draft of(int status) {
        return switch (status) {
            case 400 -> malformed("The request can't be read.");
            case 401 ->
                Problem.of(401, "sign-in-needed", "Sign in first").header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case 403 -> Problem.of(403, "forbidden", "You may not do that");
            case 404 -> Problem.of(404, "not-found", "Not found").detail("Nothing is at this address.");
            case 405 -> Problem.of(405, "method-not-allowed", "This address does not do that");
            case 406 -> Problem.of(406, "not-acceptable", "No such form of the answer");
            case 408 ->
                Problem.of(408, "request-too-slow", "The request did not arrive in time")
                        .detail("Nothing was done.");
            case 413 -> tooLarge(RequestLimits.BODY_BYTES);
            case 414 -> Problem.of(414, "address-too-long", "The address is too long");
            case 415 ->
                Problem.of(415, "unsupported-media-type", "The body's type is not understood")
                        .detail("Send JSON with Content-Type: application/json.");
            case 431 -> Problem.of(431, "headers-too-large", "The headers are too large");
            case 503 -> unavailable();
            default ->
                status < 500
                        ? Problem.of(status, "refused", "The request is refused")
                        : Problem.of(status, "internal-error", "Something went wrong here")
                                .detail("It is noted in the log under this request's id.");
        };
    }

    static Problem.Draft tooLarge(long mostBytes) {
        return Problem.of(413, "body-too-large", "The body is too large")
                .detail("A body may have %d bytes.".formatted(mostBytes));
    }

    static Problem.Draft malformed(String detail) {
        return Problem.of(400, "invalid-request", "The request is not valid").detail(detail);
    }

    static Problem.Draft unavailable() {
        return Problem.of(503, "unavailable", "Not available just now")
                .detail("Nothing is lost; try again.")
                .retryAfterMillis(RETRY_MILLIS);
    }

    static Response invalid(List<Problem.Flaw> flaws) {
        var draft = Problem.of(400, "invalid-request", "The request is not valid");
        flaws.forEach(flaw -> draft.flaw(flaw.pointer(), flaw.detail()));
        return draft.response();
    }
}
