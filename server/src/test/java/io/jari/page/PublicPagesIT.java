package io.jari.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.web.PagesIT;
import io.jari.web.TestPerformance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a content delivery network may carry of the pages, and what not. */
class PublicPagesIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final TestHotel HOTEL = PagesIT.hotel(SERVER, 3);
    private static final TestPerformance DATE = TestPerformance.on(SERVER);
    private static final String NIGHTS = "?" + PagesIT.nights(HOTEL, 5, 6);
    private static final List<String> PUBLIC = List.of(
            "/" + NIGHTS + "&q=nobody-is-called-so",
            "/hotels/" + HOTEL.hotelId() + NIGHTS,
            "/hotels/" + HOTEL.hotelId() + "/room-types/1" + NIGHTS,
            "/concerts?q=nobody-is-called-so",
            "/concerts/" + DATE.concertId());

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatEverybodySeesIsCarriedAndToldAsUnchanged() throws Exception {
        for (var path : PUBLIC) {
            var page = get(path);
            assertThat(header(page, "Cache-Control")).as(path).isEqualTo("public, max-age=0, s-maxage=5");
            assertThat(String.join(", ", page.headers().allValues("Vary")))
                    .as(path)
                    .contains("Accept-Language", "Accept-Encoding", "Cookie");
            assertThat(page.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(header(page, "Date"))
                    .matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
            var tag = header(page, "ETag");
            assertThat(tag).as(path).startsWith("W/\"");

            var same = get(path, "If-None-Match", tag);
            assertThat(same.statusCode()).as(path).isEqualTo(304);
            assertThat(same.body()).as(path).isEmpty();
            assertThat(header(same, "ETag")).as(path).isEqualTo(tag);

            var other = get(path, "If-None-Match", tag, "Accept-Language", "ko");
            assertThat(other.statusCode()).as("in another language").isEqualTo(200);
            assertThat(header(other, "ETag")).isNotEqualTo(tag);
        }
    }

    @Test
    void aPageIsSentInFewerBytesToWhoTakesThem() throws Exception {
        for (var path : PUBLIC) {
            var plain = get(path);
            var zipped = get(path, "Accept-Encoding", "gzip, br");
            assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
            assertThat(header(zipped, "ETag")).isEqualTo(header(plain, "ETag"));
            assertThat(zipped.body().length).isLessThan(plain.body().length);
            assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
        }
    }

    /** A room sold is another page. */
    @Test
    void whatChangesHasAnotherTag() throws Exception {
        var path = PUBLIC.get(1);
        var before = header(get(path), "ETag");
        var staff = Api.demo(SERVER.internalUrl(), "admin");
        var hotel = staff.get("/v1/hotels/" + HOTEL.hotelId());
        var details = (ObjectNode) hotel.body().deepCopy();
        details.remove("hotelID");
        details.putObject("address").put("ko", "-").put("en", "Elsewhere");
        assertThat(staff.put("/v1/hotels/" + HOTEL.hotelId(), details, Map.of("If-Match", hotel.header("ETag")))
                        .status())
                .isEqualTo(200);
        await().untilAsserted(() -> {
            var after = get(path, "If-None-Match", before);
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(new String(after.body(), StandardCharsets.UTF_8)).contains("Elsewhere");
        });
    }

    @Test
    void whatIsOnesOwnIsNot() throws Exception {
        var person = PagesIT.signedUp(SERVER, "en");
        for (var path : PUBLIC) {
            var own = person.answer(path);
            assertThat(own.body()).contains("You are signed in as");
            assertThat(own.headers().allValues("Cache-Control")).as(path).containsExactly("no-store");
            assertThat(own.headers().allValues("ETag")).as(path).isEmpty();
        }
        for (var path : List.of("/?lang=ko", "/hotels/999999", DATE.path(), DATE.path() + "/queue", "/sign-in")) {
            assertThat(get(path).headers().allValues("Cache-Control")).as(path).containsExactly("no-store");
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(SERVER.url().resolve(path)).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!List.of(headers).contains("Accept-Language")) {
            request.header("Accept-Language", "en");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] unzipped(byte[] zipped) throws IOException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return stream.readAllBytes();
        }
    }
}
