package io.jari.board;

import static io.jari.board.SeatsOverHttp.BINARY;
import static io.jari.board.SeatsOverHttp.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.core.seat.SeatStates;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of the seats of a date, told as it happens to those who listen. */
class SeatEventsIT {
    private static final int MOST_LISTENERS = 6;
    private static final Duration TURN = Duration.ofMillis(250);
    private static JariServer server;
    private static SeatsOverHttp seats;
    private static DataSource database;

    @BeforeAll
    static void start() {
        server = JariServer.start(
                Map.of("JARI_BOARD_LISTENERS", Integer.toString(MOST_LISTENERS), "JARI_BOARD_LISTENERS_OF_DATE", "2"));
        seats = new SeatsOverHttp(server);
        database = TestData.of(server).dataSource();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void changesAreToldTogether() {
        var date = BoardDate.make(database, 200);
        try (var listening = seats.listen(date)) {
            var first = listening.awaitEvent(e -> e.name().equals("seats"));
            assertThat(Base64.getDecoder().decode(first.data().path("states").asText()))
                    .hasSize(50);
            var version = 0L;
            var begun = System.nanoTime();
            for (var i = 0; i < 100; i++) {
                version = date.commit(i % 20, 1 + i % 2);
            }
            var end = "-" + version;
            listening.awaitEvent(e -> e.id().endsWith(end));
            var states = SeatStates.available(200);
            for (var event : listening.events()) {
                states = after(event, states);
            }
            var sent = Sent.read(seats.get(date.path(), "Accept", BINARY).body());
            assertThat(states).isEqualTo(sent.onto(SeatStates.available(200)));
            var events = listening.events();
            var turns = (events.getLast().nanos() - begun) / TURN.toNanos();
            assertThat((long) events.size()).as("of a hundred versions").isLessThanOrEqualTo(turns + 3);
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
        try (var listening = seats.listen(date)) {
            var version = date.commit(3, 1);
            heard = listening.awaitEvent(e -> e.id().endsWith("-" + version)).id();
        }
        var version = date.commit(9, 2);
        seats.tag(date, version);
        try (var listening = seats.listen(date, Map.of("Last-Event-ID", heard))) {
            var missed = listening.awaitEvent(_ -> true);
            assertThat(missed.name()).isEqualTo("changes");
            assertThat(missed.data().path("changes").toString()).isEqualTo("[[9,2]]");
        }
        try (var listening = seats.listen(date, Map.of("Last-Event-ID", "00000000-5"))) {
            assertThat(listening.awaitEvent(_ -> true).name()).isEqualTo("seats");
        }
    }

    @Test
    void nobodyListensBeyondTheLimits() {
        var date = BoardDate.make(database, 4);
        var open = new ArrayList<Listening>();
        try {
            open.add(seats.listen(date));
            open.add(seats.listen(date));
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
            try (var listening = seats.listen(date)) {
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
                    var listening = seats.listen(date);
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
                var listening = new SeatsOverHttp(other).listen(date)) {
            var version = date.commit(date.someChanges(new Random(5), 20));
            var tag = seats.tag(date, version);
            listening.awaitEvent(e -> e.id().equals(tag));
            var here = seats.get(date.path(), "Accept", BINARY);
            var there = new SeatsOverHttp(other).get(date.path(), "Accept", BINARY);
            assertThat(header(there, "ETag")).isEqualTo(header(here, "ETag"));
            assertThat(there.body()).isEqualTo(here.body());
            other.terminate();
            assertThat(listening.ended()).as("closed with the process").isTrue();
        }
    }

    @Test
    void howManyListenIsCounted() {
        var date = BoardDate.make(database, 4);
        awaitListeners(0); // those of other tests may not have been seen to be gone
        try (var one = seats.listen(date);
                var other = seats.listen(BoardDate.make(database, 4))) {
            assertThat(one.status()).isEqualTo(other.status()).isEqualTo(200);
            assertThat(metric("jari_board_listeners")).isEqualTo(2);
            assertThat(metric("jari_board_boards")).isGreaterThanOrEqualTo(2);
            assertThat(metric("jari_board_age")).isNotNegative();
        }
        awaitListeners(0);
    }

    private static void awaitListeners(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> metric("jari_board_listeners") == count);
    }

    private static double metric(String name) {
        var all = Api.anonymous(server.internalUrl()).get("/q/metrics").body().asText();
        return all.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }
}
