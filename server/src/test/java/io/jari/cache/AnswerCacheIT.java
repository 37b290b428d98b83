package io.jari.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestStay;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told from memory: no more than what would be told anew, and no longer than it is true. */
class AnswerCacheIT {
    /** Named requests are answered anew, and told their name. */
    private static final String NAMED = "x-request-id";

    private static final int ROOMS = 3;
    private static final int MANY = 64;

    private final JariServer server = JariServer.shared();
    private final TestStay stay = TestStay.with(server, ROOMS);
    private final HttpClient http = HttpClient.newHttpClient();

    private final String nights = "?startDate=" + stay.start() + "&endDate=" + stay.end();
    private final List<String> paths =
            List.of("/v1/hotels/" + stay.hotelId() + "/availability" + nights, "/hotels/" + stay.hotelId() + nights);

    @Test
    void whatIsToldFromMemoryIsWhatIsToldAnew() throws Exception {
        for (var path : paths) {
            awaitMemory(path);
            var fromMemory = get(path);
            var anew = get(path, NAMED, "anew");
            assertThat(fromMemory.body()).isEqualTo(anew.body());
            assertThat(headers(fromMemory)).as(path).containsExactlyInAnyOrderElementsOf(headers(anew));
        }
    }

    @Test
    void anotherLanguageIsAnotherPage() throws Exception {
        var path = paths.getLast();
        awaitMemory(path);
        assertThat(get(path, "Accept-Language", "ko").body()).contains("유형 1");
        assertThat(get(path, "Accept-Language", "en").body()).contains("Type 1");
        assertThat(get(path, "Accept-Language", "en", "Cookie", "jari_lang=ko; other=1")
                        .body())
                .contains("유형 1");
    }

    @Test
    void whoIsSignedInIsAnsweredAnew() throws Exception {
        var path = paths.getFirst();
        awaitMemory(path);
        for (var somebody : List.of(List.of("Cookie", "jari_session=nonsense"), List.of("Authorization", "Bearer x"))) {
            assertThat(get(path, somebody.toArray(String[]::new)).headers().map())
                    .containsKey(NAMED);
        }
    }

    /** Nothing is sold because of what is told; but it is soon told. */
    @Test
    void whatIsSoldSinceIsToldSoon() throws Exception {
        for (var path : paths) {
            awaitMemory(path);
        }
        var guest = Api.demo(server.url(), "guest");
        for (var n = 0; n < ROOMS; n++) {
            var id = stay.order(guest);
            assertThat(guest.post("/v1/reservations", stay.request(id)).status())
                    .isEqualTo(201);
        }
        await().untilAsserted(() -> assertThat(get(paths.getFirst()).body()).contains("\"sold-out\""));
        await().untilAsserted(() -> assertThat(get(paths.getLast()).body()).contains("매진"));
    }

    @Test
    void whatIsNoLongerTrueIsAnsweredAnewOnceForAllWhoAsk() throws Exception {
        var path = paths.getLast();
        awaitMemory(path);
        awaitMemory(paths.getFirst()); // kept later, and so no longer true later
        var guest = Api.demo(server.url(), "guest");
        assertThat(guest.post("/v1/reservations", stay.request(stay.order(guest)))
                        .status())
                .isEqualTo(201);
        await().untilAsserted(
                        () -> assertThat(get(paths.getFirst()).headers().map()).containsKey(NAMED));
        var answers = IntStream.range(0, MANY)
                .mapToObj(_ -> http.sendAsync(request(path), HttpResponse.BodyHandlers.ofString()))
                .toList();
        var anew = 0;
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
            anew += answer.get().headers().map().containsKey(NAMED) ? 1 : 0;
        }
        assertThat(anew).isEqualTo(1);
    }

    private void awaitMemory(String path) {
        await().untilAsserted(() -> assertThat(get(path).headers().map()).doesNotContainKey(NAMED));
    }

    private static List<String> headers(HttpResponse<String> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !List.of("date", "x-request-id").contains(header.getKey()))
                .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                .toList();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return http.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(server.url().resolve(path)).header("Accept", "text/html, application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
