package io.jari.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request, the answer is problem+json that names it. */
class ProblemIT {
    private final Api staff = Api.demo(JariServer.shared().internalUrl(), "admin");
    private final Api guest = Api.anonymous(JariServer.shared().url());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                             | ''   | not JSON
                    null                                          | ''   | null
                    []                                            | ''   | an object
                    {}                                            | /now | given
                    {"now":5}                                     | /now | a moment
                    {"now":[2027,1,1]}                            | /now | a moment
                    {"now":"2027-02-30T00:00:00Z"}                | /now | a moment
                    {"now":"+12027-01-01T00:00:00Z"}              | /now | a moment
                    {"now":"2027-01-01T00:00:00Z","then":1}       | /then | no such field
                    {"now":"2027-01-01T00:00:00Z","now":null}     | ''   | not JSON
                    {"now":"2027-01-01T00:00:00Z"} {}             | ''   | object
                    """)
    void aBodyThatIsWrongIsToldWhere(String body, String pointer, String detail) {
        var answer = staff.send("PUT", "/v1/clock", body, Map.of());
        problem(answer, 400, "invalid-request");
        var flaw = answer.body().path("errors").path(0);
        assertThat(flaw.path("pointer").asText()).isEqualTo(pointer.replace("''", ""));
        assertThat(flaw.path("detail").asText()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"why":"goodwill"}                                     | must not be null
                    {"amount":1.5,"why":"goodwill"}                        | must be a whole number within its range
                    {"amount":99999999999999999999999,"why":"goodwill"}    | must be a whole number within its range
                    {"amount":9999999999999999,"why":"goodwill"}           | must be less than or equal to
                    """)
    void anAmountThatIsNoneIsToldInWords(String body, String detail) {
        var answer = staff.send("POST", "/v1/payments/any/refunds", body, Map.of("Idempotency-Key", "any"));
        problem(answer, 400, "invalid-request");
        var flaw = answer.body().path("errors").path(0);
        assertThat(flaw.path("pointer").asText()).isEqualTo("/amount");
        assertThat(flaw.path("detail").asText()).contains(detail);
    }

    /** The framework would write it as Java prints records, with what is not told. */
    @ParameterizedTest
    @CsvSource({"text/html", "text/plain", "image/png", "*/*", "''", "nonsense", "a/b;q", "'text/html,*/*;q=0.1'"})
    void whatTheApiAnswersIsJsonWhateverIsAccepted(String accept) {
        for (var path : List.of("/v1/hotels", "/v1/hotels/1", "/v1/concerts/1")) {
            var answer = guest.send("GET", path, null, Map.of("Accept", accept));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(answer.body().isContainerNode()).isTrue();
        }
    }

    @Test
    void anUnknownAddressIsNotFound() {
        problem(guest.get("/v1/nowhere"), 404, "not-found");
        problem(guest.get("/nowhere"), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        var answer = staff.delete("/v1/clock");
        problem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, PUT");
    }

    @Test
    void anotherContentTypeIsRefused() {
        problem(
                staff.send("PUT", "/v1/clock", "now", Map.of("Content-Type", "text/plain")),
                415,
                "unsupported-media-type");
    }

    @Test
    void aHugeBodyIsRefused() {
        problem(staff.send("PUT", "/v1/clock", " ".repeat(1_000_001), Map.of()), 413, "body-too-large");
    }

    @Test
    void anAddressWithTheCharacterZeroIsRefused() {
        problem(guest.get("/v1/hotels/%00"), 400, "invalid-request");
    }

    @Test
    void theInternalIsOnTheInternalListenerOnly() {
        assertThat(staff.get("/v1/clock").status()).isEqualTo(200);
        problem(guest.get("/v1/clock"), 404, "not-found");
        problem(guest.delete("/v1/clock"), 404, "not-found");
        problem(guest.send("PUT", "/v1/clock", "{}", Map.of()), 404, "not-found");
        problem(guest.get("/q/metrics"), 404, "not-found");
        assertThat(staff.get("/q/metrics").status()).isEqualTo(200);
    }

    @Test
    void aRequestKeepsTheNameItsCallerGaveIt() {
        var answer = guest.send("GET", "/v1/nowhere", null, Map.of("X-Request-Id", "my-request.1"));
        assertThat(answer.header("X-Request-Id")).isEqualTo("my-request.1");
        assertThat(answer.body().path("instance").asText()).isEqualTo("urn:jari:request:my-request.1");
        var insane = guest.send("GET", "/v1/nowhere", null, Map.of("X-Request-Id", "{\"a\": 1}"));
        assertThat(insane.header("X-Request-Id")).matches("[0-9a-f]{16}");
    }

    private static void problem(Api.Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.type()).isEqualTo("urn:jari:problem:" + type);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("instance").asText()).startsWith("urn:jari:request:");
    }
}
