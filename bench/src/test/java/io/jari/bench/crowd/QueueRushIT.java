package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.api.Api;
import io.jari.bench.api.Failures;
import io.jari.bench.api.Login;
import io.jari.bench.api.OwnServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole on-sale against a real server, of whose people a third vanish: everybody else is served, or told that it is sold out. */
class QueueRushIT {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final int PEOPLE = LONG ? 200_000 : 1_500;
    private static final int SEATS = LONG ? 3_000 : 900;
    private static final int MOST_INSIDE = LONG ? 1_000 : 300;
    private static final String DATE = "3";
    /** Most have joined by then. */
    private static final Duration UNTIL_IT_OPENS = Duration.ofSeconds(PEOPLE / 4_000);

    @TempDir
    private Path folder;

    @Test
    void everybodyIsServedOrToldThoughAThirdVanish() throws Exception {
        var environment = Map.of(
                "JARI_PROXIES_TRUSTED", "127.0.0.1",
                "JARI_DEMO_OPENS_SECONDS", "2",
                "JARI_PROVIDER_JAR", "../provider/target/jari-provider.jar");
        try (var server = OwnServer.start(environment)) {
            var tokens = folder.resolve("people.tokens").toString();
            done(server.run("load", "--people", Integer.toString(PEOPLE), "--tokens", tokens, "--yes"));
            open(server);
            var line = played(server, tokens);
            assertThat(line.path("seatsBought").asInt()).isEqualTo(SEATS);
            assertThat(line.path("ends").path("soldOut").asInt()).isPositive();
            // Only who came after the last seat had gone has no place to vanish from; who was too late to come in took
            // another place.
            var again = line.path("forfeitedThoughThere").asInt();
            var placeless = Math.max(0, PEOPLE + again - line.path("places").asInt());
            assertThat(line.path("ends").path("vanished").asInt()).isBetween(PEOPLE / 3 - placeless, PEOPLE / 3);
            assertThat(line.path("strange")).isEmpty();
            done(server.run("verify"));
        }
    }

    private static void done(OwnServer.Said said) {
        assertThat(said.exitCode()).as(said.text()).isZero();
    }

    /** Of so many seats; the others of the hall are blocked. */
    private static void open(OwnServer server) {
        var organiser = new Login(Api.at(server.internalUrl()), "organiser@demo.jari", "demo-demo", new Failures());
        var seats = Setting.of(Api.at(server.url()), "1", DATE).seatIds();
        if (seats.size() > SEATS) {
            organiser.must(
                    "block seats",
                    api -> api.put(
                            "/v1/concerts/1/dates/" + DATE + "/blocked-seats",
                            Map.of("blocked", true, "seatIDs", seats.subList(SEATS, seats.size()))));
        }
        organiser.must(
                "open the queue",
                api -> api.put(
                        "/v1/concerts/1/dates/" + DATE + "/queue",
                        Map.of(
                                "mode",
                                "first-come",
                                "opensAt",
                                Instant.now().plus(UNTIL_IT_OPENS).toString(),
                                "mostInside",
                                MOST_INSIDE,
                                "admissionsPerSecond",
                                500,
                                "passSeconds",
                                90,
                                "entrySeconds",
                                20),
                        Map.of("If-Match", "\"1\"")));
    }

    /** No promise was broken, and nobody was left without an answer. */
    private static JsonNode played(OwnServer server, String tokens) throws Exception {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            var vanish = Integer.toString(PEOPLE / 3);
            var words = List.of(
                    "--url",
                    server.url().toString(),
                    "--tokens",
                    tokens,
                    "--date",
                    DATE,
                    "--vanish",
                    vanish,
                    "--dawdle",
                    "0.5");
            assertThat(new QueueVerb(words, out).run())
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        return new ObjectMapper().readTree(said.toString(StandardCharsets.UTF_8));
    }
}
