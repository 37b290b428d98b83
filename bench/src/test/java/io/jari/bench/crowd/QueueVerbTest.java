package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.chart.Page;
import io.jari.bench.cli.LiveLine;
import io.jari.bench.crowd.StubRoom.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb, before a server that plays the contract. */
class QueueVerbTest {
    private static final int FEW = 300;
    private static final int RATE = 2_000;

    @TempDir
    Path folder;

    private int exitCode;

    @Test
    void everybodyIsServedOrTold() throws Exception {
        try (var room = new StubRoom(300, 200)) {
            room.opensAt = Instant.now().plusMillis(500);
            var report = folder.resolve("queue.html");
            var line = run(room, 2_000, "--vanish", "0.25", "--report", report.toString(), "--arrive", "1");

            assertThat(exitCode).as("%s", line).isZero();
            assertThat(line.path("places").asInt()).isEqualTo(2_000 - onTheWay(line));
            assertThat(line.path("sound").asBoolean()).isTrue();
            assertThat(line.path("strange")).isEmpty();
            assertThat(line.path("ends").path("vanished").asInt()).isBetween(1, 500);
            assertThat(line.path("ends").path("bought").asInt()).isPositive();
            assertThat(line.path("ends").path("soldOut").asInt()).isPositive();
            assertThat(line.path("seatsBought").asInt()).isEqualTo(300);
            assertThat(line.path("joinsPerSecond").asInt()).isPositive();
            assertThat(line.path("millis").path("status").path("p99.0").asDouble())
                    .isPositive();
            assertThat(line.path("byStatus").path("cardForm").path("303").asInt())
                    .isPositive();
            assertThat(line.path("byStatus").path("secondClick").path("200").asInt())
                    .isPositive();
            assertThat(room.foreign).isZero();
            assertThat(room.addresses).hasSizeBetween(500, 1_000);
            assertThat(Page.of(Files.readString(report)).count("svg")).isEqualTo(4);
        }
    }

    /** Those who came when it was sold out already. */
    private static int onTheWay(JsonNode line) {
        return line.path("byStatus").path("join").path("409 sold-out").asInt();
    }

    @ParameterizedTest
    @CsvSource({
        "INVERT, inversions",
        "SAME_TICKET, ticketsGivenTwice ranksTwice",
        "ANOTHER_PLACE, placesTwice",
        "ANOTHER_PASS, passesOfOthers admittedTwice",
        "ANY_ORDER, admittedEarly",
        "SKIP, skippedInOrder",
        "OVERSELL, seatsSoldTwice"
    })
    void whatBreaksAPromiseIsFoundAndHasNoSpeed(Fault fault, String names) throws Exception {
        // The stub's clock begins with it; it lets in few in each second, so that too early is far too early.
        try (var room = new StubRoom(2_000, fault == Fault.ANY_ORDER ? 1 : RATE, fault)) {
            var line = run(room, FEW, "--limit-seconds", "4", "--dawdle", fault == Fault.ANOTHER_PASS ? "0.5" : "0.01");

            for (var name : names.split(" ", -1)) {
                assertThat(line.path("broken").path(name).asInt())
                        .as("%s: %s", name, line)
                        .isPositive();
            }
            assertThat(exitCode).isEqualTo(1);
            assertThat(line.has("joinSeconds") || line.has("millis")).isFalse();
        }
    }

    @Test
    void whoIsNeitherServedNorToldFailsTheRun() throws Exception {
        try (var room = new StubRoom(200, RATE, Fault.STUCK)) {
            var line = run(room, 50, "--limit-seconds", "2");

            assertThat(exitCode).isEqualTo(1);
            assertThat(line.path("sound").asBoolean()).isTrue();
            assertThat(line.path("ends").path("neverServed").asInt()).isPositive();
            assertThat(line.path("over").asText()).isEqualTo("time-limit");
        }
    }

    @Test
    void nobodyComesBackBeforeTheyWereTold() throws Exception {
        try (var room = new StubRoom(2_000, RATE, Fault.TOO_MANY)) {
            var line = run(room, FEW, "--only-join");

            assertThat(exitCode).as("%s", line).isZero();
            assertThat(line.path("byStatus").path("join").path("429 too-many").asInt())
                    .isPositive();
            assertThat(room.impatient).isZero();
            assertThat(line.path("ends").path("joined").asInt()).isEqualTo(FEW);
        }
    }

    @Test
    void brokenConnectionsCostNobodyTheirPlace() throws Exception {
        try (var room = new StubRoom(100, RATE, Fault.CUT)) {
            var line = run(room, FEW);

            assertThat(exitCode).as("%s", line).isZero();
            assertThat(line.path("byStatus").path("join").path("0").asInt()).isPositive();
        }
    }

    @Test
    void whoCameTooLateJoinsAgainAndWhoFindsItFullComesBack() throws Exception {
        try (var room = new StubRoom(2_000, RATE, Fault.FORFEIT, Fault.FULL)) {
            var line = run(room, FEW, "--pay", "none");

            assertThat(exitCode).as("%s", line).isZero();
            assertThat(line.path("forfeitedThoughThere").asInt()).isPositive();
            assertThat(line.path("places").asInt()).isGreaterThan(FEW);
            assertThat(line.path("byStatus").path("entry").path("503 full").asInt())
                    .isPositive();
            assertThat(line.path("byStatus").has("walletPayment")).isFalse();
            assertThat(line.path("ends").path("held").asInt()).isPositive();
        }
    }

    @Test
    void withoutAQueueEverybodyComesThrough() throws Exception {
        try (var room = new StubRoom(2_000, RATE, Fault.OFF)) {
            var line = run(room, FEW);

            assertThat(exitCode).as("%s", line).isZero();
            assertThat(line.path("ends").path("bought").asInt()).isPositive();
            assertThat(line.path("places").asInt() + line.path("admitted").asInt())
                    .isZero();
        }
    }

    @Test
    void placesAreKeptAndFoundAgain() throws Exception {
        try (var room = new StubRoom(100, RATE)) {
            run(
                    room,
                    FEW,
                    "--only-join",
                    "--vanish",
                    "50",
                    "--keep",
                    folder.resolve("before").toString());
            var line = run(
                    room,
                    FEW,
                    "--only-join",
                    "--vanish",
                    "50",
                    "--keep",
                    folder.resolve("after").toString());

            assertThat(exitCode).as("%s", line).isZero();
            assertThat(line.path("byStatus").path("join").path("200").asInt()).isEqualTo(FEW);
            assertThat(Files.readAllLines(folder.resolve("after")))
                    .hasSize(FEW)
                    .isEqualTo(Files.readAllLines(folder.resolve("before")));
        }
    }

    private JsonNode run(StubRoom room, int people, String... more) throws IOException, InterruptedException {
        var tokens = folder.resolve("tokens");
        Files.write(tokens, IntStream.range(0, people).mapToObj(n -> "js_" + n).toList());
        var words = new ArrayList<>(List.of("--url", room.url(), "--tokens", tokens.toString(), "--connections", "16"));
        if (!List.of(more).contains("--dawdle")) {
            words.addAll(List.of("--dawdle", "0.05"));
        }
        if (!List.of(more).contains("--limit-seconds")) {
            words.addAll(List.of("--limit-seconds", "60"));
        }
        words.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        var quiet = new LiveLine(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), true, 1);
        exitCode = new QueueVerb(words, printed, quiet).run();
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }
}
