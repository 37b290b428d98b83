package io.jari.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told with every answer. */
class SecurityHeadersIT {
    private static final Map<String, String> PAGE = Map.of("Accept", "text/html");
    private final Api guest = Api.anonymous(JariServer.shared().url());
    private final Api staff = Api.anonymous(JariServer.shared().internalUrl());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/concerts/1",
                "/concerts/1/dates/1",
                "/v1/hotels",
                "/v1/nowhere",
                "/nowhere",
                "/v1/hotels/%00",
                "/v1/hotels/x",
                "/v1/account",
                "/assets/0/jari.css",
                "/assets/0/queue.js",
                "/assets/0/jari.svg",
                "/q/health",
                "/q/openapi"
            })
    void everyAnswerIsWhatItSays(String path) {
        var answer = guest.send("GET", path, null, PAGE);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allSatisfy(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action")
                        .doesNotContain("unsafe", "*"));
        assertThat(answer.header("Strict-Transport-Security")).as("over http").isEmpty();
        if (answer.header("Content-Type").startsWith("text/html")) {
            assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            // What anybody may see is kept for moments, and asked for again each time.
            var everybodys = path.equals("/") || path.equals("/concerts/1");
            assertThat(answer.header("Cache-Control"))
                    .isEqualTo(everybodys ? "public, max-age=0, s-maxage=5" : "no-store");
        }
    }

    /** Sent thousands of times a second, and by no browser as a page. */
    @Test
    void dataSaysThatItIsNoPage() {
        for (var path : new String[] {"/v1/concerts/1/dates/1/seats", "/v1/queue/status"}) {
            assertThat(guest.get(path).header("X-Content-Type-Options"))
                    .as(path)
                    .isEqualTo("nosniff");
        }
    }

    @Test
    void whatIsSomebodysOwnIsNotKept() {
        var own = Api.demo(JariServer.shared().url(), "guest");
        for (var path : new String[] {"/v1/account", "/v1/bookings", "/v1/wallet", "/v1/nowhere"}) {
            assertThat(own.get(path).header("Cache-Control")).as(path).contains("no-store");
        }
        assertThat(guest.post("/v1/sessions", Map.of()).header("Cache-Control")).isEqualTo("no-store");
        assertThat(guest.get("/assets/0/jari.css").header("Cache-Control"))
                .as("of another version")
                .isEqualTo("no-cache");
        var sheet = Pattern.compile("/assets/[0-9a-f]{12}/jari\\.css")
                .matcher(guest.send("GET", "/", null, PAGE).response().body());
        assertThat(sheet.find()).isTrue();
        assertThat(guest.get(sheet.group()).header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(guest.get("/v1/hotels").header("Cache-Control"))
                .as("anybody's")
                .isEmpty();
    }

    @Test
    void onlyStaffHaveTheFrameworksPages() {
        var swagger = staff.send("GET", "/q/swagger-ui/", null, PAGE);
        assertThat(swagger.status()).isEqualTo(200);
        assertThat(swagger.header("Content-Security-Policy"))
                .startsWith("default-src 'self'; script-src 'self' 'unsafe-inline'");
        for (var path : new String[] {"/q/swagger-ui/", "/q/metrics", "/q/arc", "/q/info"}) {
            assertThat(guest.get(path).status()).as(path).isEqualTo(404);
        }
    }

    /** Nobody but a proxy of ours says that the browser came by https. */
    @Test
    void whatAnybodySaysOfTlsIsNotBelieved() {
        var answer = guest.send("GET", "/", null, Map.of("X-Forwarded-Proto", "https", "Accept", "text/html"));
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }
}
