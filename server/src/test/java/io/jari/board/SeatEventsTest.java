package io.jari.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.concert.Dates;
import io.jari.db.TestPostgres;
import io.jari.http.Intake;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams over real connections, whose turns are taken by hand. */
@Timeout(120)
class SeatEventsTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final long LARGE = 100_000_000;
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final SeatBoards boards = new SeatBoards(DATABASE, new Dates(DATABASE), metrics, LARGE, "group-commit");
    private final SeatEvents events = new SeatEvents(boards, vertx, new Intake(), metrics, 2, 2);
    private final BoardDate date = BoardDate.make(DATABASE, 4);

    @AfterEach
    void close() throws Exception {
        boards.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private URI listen() throws Exception {
        var board = boards.of(date.dateId()).join().orElseThrow();
        var router = Router.router(vertx);
        router.route().handler(context -> events.begin(context, board));
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private void turns(int count) {
        for (var turn = 0; turn < count; turn++) {
            events.turn();
        }
    }

    /** The last of so many turns tells something: whoever has heard that has heard all before. */
    private void turnsUntilTold(int count, Listening listening, int seat) {
        turns(count - 1);
        var version = date.commit(seat, 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var board = boards.peek(date.dateId());
            return board != null && board.version() == version;
        });
        turns(1);
        listening.awaitEvent(e -> e.id().endsWith("-" + version));
    }

    private static void awaitHeartbeats(Listening listening, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> listening.heartbeats() == count);
    }

    @Test
    void anIdleStreamSaysNowAndThenThatItIsThere() throws Exception {
        try (var listening = new Listening(listen(), Map.of())) {
            turnsUntilTold(SeatEvents.TURNS_A_HEARTBEAT - 1, listening, 0);
            assertThat(listening.heartbeats()).isZero();
            turns(1);
            awaitHeartbeats(listening, 1);
            turnsUntilTold(SeatEvents.TURNS_A_HEARTBEAT - 1, listening, 1);
            assertThat(listening.heartbeats()).isOne();
            turns(1);
            awaitHeartbeats(listening, 2);
            assertThat(listening.events()).as("nothing else was told").hasSize(3);
        }
    }
}
