package io.jari.board;

import static io.jari.board.SeatsOverHttp.BINARY;
import static io.jari.board.SeatsOverHttp.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.core.seat.SeatStates;
import io.jari.db.TestData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seats of a date over HTTP: whole, changed and unchanged. */
class SeatsIT {
    private static JariServer server;
    private static SeatsOverHttp seats;
    private static DataSource database;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of());
        seats = new SeatsOverHttp(server);
        database = TestData.of(server).dataSource();
    }

    @AfterAll
    static void stop() {
        server.close();
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
                .satisfies(path -> assertThat(header(seats.send("HEAD", path), "Content-Length"))
                        .isEqualTo(Integer.toString(seats.get(path).body().length)));
    }

    @Test
    void pagesGetTwoBitsASeatCompressedWhereThatIsLess() throws IOException {
        var date = BoardDate.make(database, 4_000);
        var version = date.commit(date.someChanges(new Random(1), 200));
        seats.tag(date, version);
        var plain = seats.get(date.path(), "Accept", BINARY);
        assertThat(header(plain, "Content-Type")).isEqualTo(BINARY);
        assertThat(header(plain, "Content-Length")).isEqualTo("1032");
        assertThat(plain.body()).hasSize(1_032);
        var gzip = seats.get(date.path(), "Accept", BINARY, "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(seats.get(date.path(), "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
        var whole = Sent.read(plain.body()).onto(SeatStates.available(4_000));
        var zone = Sent.read(
                seats.get(date.path() + "?zone=2%EC%B8%B5", "Accept", BINARY).body());
        assertThat(zone.flags()).isEqualTo(4);
        assertThat(zone.first()).isEqualTo(2_000);
        assertThat(zone.count()).isEqualTo(2_000);
        assertThat(zone.available()).isEqualTo(whole.countAvailable(2_000, 4_000));
        assertThat(seats.get(date.path() + "?zone=Floor+A", "Accept", BINARY).body())
                .isEqualTo(seats.get(date.path() + "?zone=Floor%20A", "Accept", BINARY)
                        .body());
    }

    @Test
    void whoKnowsItGetsNothingAndWhoKnowsAnOlderOneTheChanges() {
        var date = BoardDate.make(database, 400);
        var old = seats.tag(date, date.commit(5, 1));
        assertThat(seats.get(date.path(), "If-None-Match", "\"" + old + "\"").statusCode())
                .isEqualTo(304);
        var now = seats.tag(date, date.commit(7, 2, 5, 0));
        var known = seats.get(date.path(), "Accept", BINARY, "If-None-Match", "W/\"x\", W/\"" + now + "\"");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo("W/\"" + now + "\"");
        assertThat(seats.get(date.path(), "If-None-Match", "\"" + old + "\"").statusCode())
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
}
