package io.jari.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.core.seat.SeatStates;
import io.jari.db.TestData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seats of a date over HTTP: whole, changed, unchanged, and as it happens. */
class SeatsIT {
    private static final String BINARY = "application/vnd.jari.seats";
    private static final int MOST_LISTENERS = 6;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static JariServer server;
    private static DataSource database;

    @BeforeAll
    static void start() {
        server = JariServer.start(
                Map.of("JARI_BOARD_LISTENERS", Integer.toString(MOST_LISTENERS), "JARI_BOARD_LISTENERS_OF_DATE", "2"));
        database = TestData.of(server).dataSource();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> get(JariServer at, String path, String... headers) {
        return send(at, "GET", path, headers);
    }

    private static HttpResponse<byte[]> send(JariServer at, String method, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(at.url().resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String tag(BoardDate date, long version) {
        var etag = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> header(get(server, date.path(), "Accept", BINARY), "ETag"),
                        e -> e.endsWith("-" + version + "\""));
        return etag.substring("W/\"".length(), etag.length() - 1);
    }

    @Test
    void integratorsGetNames() {
        var date = BoardDate.make(database, 4);
        date.commit(1, 1, 2, 2, 3, 3);
        var answer = Api.anonymous(server.url()).get(date.path());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
        var body = answer.body();
        assertThat(body.path("concertID").asText()).isEqualTo(Integer.toString(date.concertId()));
        assertThat(body.path("dateID").asInt()).isEqualTo(date.dateId());
        assertThat(body.path("status").asText()).isEqualTo("on_sale");
        assertThat(body.path("available").asInt()).isEqualTo(1);
        assertThat(body.path("seats").toString()).isEqualTo("""
                [{"seatID":"seat-0","state":"available"},{"seatID":"seat-1","state":"held"},\
                {"seatID":"seat-2","state":"sold"},{"seatID":"seat-3","state":"blocked"}]""");
        assertThat(answer.header("ETag"))
                .isEqualTo("W/\"%s-%s\""
                        .formatted(
                                body.path("epoch").asText(),
                                body.path("version").asText()));
        assertThat(date.path())
                .satisfies(path -> assertThat(header(send(server, "HEAD", path), "Content-Length"))
                        .isEqualTo(Integer.toString(get(server, path).body().length)));
    }

    @Test
    void pagesGetTwoBitsASeatCompressedWhereThatIsLess() throws IOException {
        var date = BoardDate.make(database, 4_000);
        var version = date.commit(date.someChanges(new Random(1), 200));
        tag(date, version);
        var plain = get(server, date.path(), "Accept", BINARY);
        assertThat(header(plain, "Content-Type")).isEqualTo(BINARY);
        assertThat(header(plain, "Content-Length")).isEqualTo("1032");
        assertThat(plain.body()).hasSize(1_032);
        var gzip = get(server, date.path(), "Accept", BINARY, "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(get(server, date.path(), "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
        var whole = SeatBoardsTest.Sent.read(plain.body()).onto(SeatStates.available(4_000));
        var zone = SeatBoardsTest.Sent.read(
                get(server, date.path() + "?zone=2%EC%B8%B5", "Accept", BINARY).body());
        assertThat(zone.flags()).isEqualTo(4);
        assertThat(zone.first()).isEqualTo(2_000);
        assertThat(zone.count()).isEqualTo(2_000);
        assertThat(zone.available()).isEqualTo(whole.countAvailable(2_000, 4_000));
        assertThat(get(server, date.path() + "?zone=Floor+A", "Accept", BINARY).body())
                .isEqualTo(get(server, date.path() + "?zone=Floor%20A", "Accept", BINARY)
                        .body());
    }

    @Test
    void whoKnowsItGetsNothingAndWhoKnowsAnOlderOneTheChanges() {
        var date = BoardDate.make(database, 400);
        var old = tag(date, date.commit(5, 1));
        assertThat(get(server, date.path(), "If-None-Match", "\"" + old + "\"").statusCode())
                .isEqualTo(304);
        var now = tag(date, date.commit(7, 2, 5, 0));
        var known = get(server, date.path(), "Accept", BINARY, "If-None-Match", "W/\"x\", W/\"" + now + "\"");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo("W/\"" + now + "\"");
        assertThat(get(server, date.path(), "If-None-Match", "\"" + old + "\"").statusCode())
                .isEqualTo(200);
        var changes =
                Api.anonymous(server.url()).get(date.path() + "?since=" + old).body();
        assertThat(changes.path("changesOnly").asBoolean()).isTrue();
        assertThat(changes.path("seats").toString())
                .isEqualTo(
                        "[{\"seatID\":\"seat-5\",\"state\":\"available\"},{\"seatID\":\"seat-7\",\"state\":\"sold\"}]");
        var unknown = Api.anonymous(server.url())
                .get(date.path() + "?since=00000000-1")
                .body();
        assertThat(unknown.path("sinceUnknown").asBoolean()).isTrue();
        assertThat(unknown.path("seats")).hasSize(400);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ?since=now,        400, since
            ?since=,           400, since
            ?since=0a1b2c3d-99999999999999999999, 400, since
            ?zone=nowhere,     400, zone
            ?zone=-1,          400, zone
            ?zone=2,           400, zone
            /events?since=%20, 400, since
            """)
    void nonsenseIsNamed(String rest, int status, String name) {
        var answer = Api.anonymous(server.url()).get(BoardDate.make(database, 4).path() + rest);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().path("errors").path(0).path("pointer").asText())
                .isEqualTo(name);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var date = BoardDate.make(database, 4);
        var api = Api.anonymous(server.url());
        assertThat(api.get(date.path()).status()).isEqualTo(200);
        for (var path : new String[] {
            "/v1/concerts/8/dates/" + date.dateId() + "/seats",
            "/v1/concerts/7/dates/999999/seats/events",
            "/v1/concerts/7/dates/x/seats",
            "/v1/concerts/99999999999/dates/1/seats",
            "/v1/concerts//dates/1/seats"
        }) {
            var answer = api.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.type()).isEqualTo("urn:jari:problem:not-found");
        }
        var post = api.post(date.path(), Map.of());
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
    }

    private static URI events(JariServer at, BoardDate date) {
        return at.url().resolve(date.path() + "/events");
    }

    @Test
    void changesAreToldTogether() {
        var date = BoardDate.make(database, 200);
        try (var listening = new Listening(events(server, date), Map.of())) {
            var first = listening.awaitEvent(e -> e.name().equals("seats"));
            assertThat(Base64.getDecoder().decode(first.data().path("states").asText()))
                    .hasSize(50);
            var version = 0L;
            for (var i = 0; i < 100; i++) {
                version = date.commit(i % 20, 1 + i % 2);
            }
            var end = "-" + version;
            listening.awaitEvent(e -> e.id().endsWith(end));
            var states = SeatStates.available(200);
            for (var event : listening.events()) {
                states = after(event, states);
            }
            var sent = SeatBoardsTest.Sent.read(
                    get(server, date.path(), "Accept", BINARY).body());
            assertThat(states).isEqualTo(sent.onto(SeatStates.available(200)));
            assertThat(listening.events()).as("of a hundred versions").hasSizeLessThan(60);
            assertThat(listening.events().getLast().data().path("available").asInt())
                    .isEqualTo(180);
        }
    }

    /** As a page applies an event. */
    private static SeatStates after(Listening.Event event, SeatStates known) {
        var states = known;
        for (var change : event.data().path("changes")) {
            states = states.with(
                    new int[] {change.path(0).asInt(), change.path(1).asInt()});
        }
        if (event.name().equals("seats")) {
            var packed = Base64.getDecoder().decode(event.data().path("states").asText());
            for (var seat = 0; seat < known.size(); seat++) {
                states = states.with(new int[] {seat, packed[seat / 4] >> (2 * (seat % 4))});
            }
        }
        return states;
    }

    @Test
    void whoComesBackIsToldWhatItMissed() {
        var date = BoardDate.make(database, 400);
        String heard;
        try (var listening = new Listening(events(server, date), Map.of())) {
            var version = date.commit(3, 1);
            heard = listening.awaitEvent(e -> e.id().endsWith("-" + version)).id();
        }
        var version = date.commit(9, 2);
        tag(date, version);
        try (var listening = new Listening(events(server, date), Map.of("Last-Event-ID", heard))) {
            var missed = listening.awaitEvent(_ -> true);
            assertThat(missed.name()).isEqualTo("changes");
            assertThat(missed.data().path("changes").toString()).isEqualTo("[[9,2]]");
        }
        try (var listening = new Listening(events(server, date), Map.of("Last-Event-ID", "00000000-5"))) {
            assertThat(listening.awaitEvent(_ -> true).name()).isEqualTo("seats");
        }
    }

    @Test
    void nobodyListensBeyondTheLimits() {
        var date = BoardDate.make(database, 4);
        var open = new ArrayList<Listening>();
        try {
            open.add(new Listening(events(server, date), Map.of()));
            open.add(new Listening(events(server, date), Map.of()));
            assertThat(open).allSatisfy(l -> assertThat(l.status()).isEqualTo(200));
            var refused = Api.anonymous(server.url()).get(date.path() + "/events");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            assertThat(refused.type()).isEqualTo("urn:jari:problem:too-many-listeners");
        } finally {
            open.forEach(Listening::close);
        }
        // A place is free again once the server has seen that the other side is gone.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (var listening = new Listening(events(server, date), Map.of())) {
                return listening.status() == 200;
            }
        });
    }

    @Test
    void aProcessHasALimitForAllDates() {
        var open = new ArrayList<Listening>();
        try {
            for (var i = 0; i < MOST_LISTENERS; i++) {
                var date = BoardDate.make(database, 4);
                // Those of other tests may not have been seen to be gone.
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    var listening = new Listening(events(server, date), Map.of());
                    open.add(listening);
                    return listening.status() == 200;
                });
            }
            assertThat(Api.anonymous(server.url())
                            .get(BoardDate.make(database, 4).path() + "/events")
                            .status())
                    .isEqualTo(503);
        } finally {
            open.forEach(Listening::close);
        }
    }

    @Test
    void whatOneProcessSellsAnotherShowsUnderTheSameTag() {
        var date = BoardDate.make(database, 100);
        try (var other = server.another(Map.of());
                var listening = new Listening(events(other, date), Map.of())) {
            var version = date.commit(date.someChanges(new Random(5), 20));
            var tag = tag(date, version);
            listening.awaitEvent(e -> e.id().equals(tag));
            var here = get(server, date.path(), "Accept", BINARY);
            var there = get(other, date.path(), "Accept", BINARY);
            assertThat(header(there, "ETag")).isEqualTo(header(here, "ETag"));
            assertThat(there.body()).isEqualTo(here.body());
            other.terminate();
            assertThat(listening.ended()).as("closed with the process").isTrue();
        }
    }
}
