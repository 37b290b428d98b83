package io.jari.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.concert.DateSeats;
import io.jari.concert.DateTerms;
import io.jari.core.seat.SeatChanges;
import io.jari.core.seat.SeatStates;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners over real connections, told by hand. */
@Timeout(120)
class DateEventsTest {
    /** So many that all of them fill the buffers of a connection soon. */
    private static final int SEATS = 60_000;

    private static final int MOST_TURNS = 5_000;
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<HttpServerResponse> asked = new LinkedBlockingQueue<>();
    private HttpServer server = vertx.createHttpServer();
    private final DateEvents events = new DateEvents();
    private final Board first = board();

    private static Board board() {
        var seats = IntStream.range(0, SEATS)
                .mapToObj(i -> new DateSeats.Seat("s" + i, "z", "r", "" + i, 0, null))
                .toList();
        var facts = new Board.Facts(
                1,
                1,
                1,
                DateTerms.Status.ON_SALE,
                new BoardSeats(new DateSeats(seats, List.of(new DateSeats.Category("R", "#f00", 1)))));
        return new Board(facts, 1, 1, SeatStates.available(SEATS), SeatChanges.none(1));
    }

    /** The next board: so many seats stand otherwise. */
    private static Board after(Board board, int changed) {
        var pairs = IntStream.range(0, changed)
                .flatMap(seat -> IntStream.of(seat, (board.state(seat) + 1) % 4))
                .toArray();
        var version = board.version() + 1;
        return board.then(version, List.of(new BoardStore.Step(1, version, 1, version, pairs)));
    }

    @BeforeEach
    void listen() throws Exception {
        server = server.requestHandler(request -> asked.add(request.response().setChunked(true)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private HttpServerResponse connected() throws InterruptedException {
        return Objects.requireNonNull(asked.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void whoDoesNotReadIsCutOffAndOthersAreToldOn() throws Exception {
        try (var deaf = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            deaf.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var lost = events.join(connected(), first, SeatAsk.NOTHING);
            var board = first;
            List<SeatListener> cutOff = List.of();
            for (var turn = 0; turn < MOST_TURNS && cutOff.isEmpty(); turn++) {
                board = after(board, lost.keepsUp() ? SEATS : 1);
                cutOff = events.tell(board);
            }
            assertThat(cutOff).containsExactly(lost);
            assertThat(lost.keepsUp()).isFalse();
            assertThat(events.leave(lost)).isTrue();
            lost.drop();
            var asking = CompletableFuture.supplyAsync(this::listening); // it waits for the first byte
            var told = events.join(connected(), board, SeatAsk.NOTHING);
            try (var reader = asking.get(30, TimeUnit.SECONDS)) {
                var next = after(board, 1);
                assertThat(events.tell(next)).isEmpty();
                assertThat(told.knows(next)).isTrue();
                reader.awaitEvent(e -> e.id().equals(next.tag()));
            }
            assertThat(ends(deaf)).isTrue();
        }
    }

    private Listening listening() {
        return new Listening(URI.create("http://127.0.0.1:" + server.actualPort()), Map.of());
    }

    /** Whether all that was sent is followed by the end, however it came. */
    private static boolean ends(Socket socket) {
        try {
            socket.setSoTimeout(30_000);
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /** What is written moves on to the reader's own buffer: one is full when the other is, too. */
    private static boolean takesMore(SeatListener slow) {
        try {
            await().atMost(Duration.ofSeconds(1)).until(slow::keepsUp);
            return true;
        } catch (ConditionTimeoutException _) {
            return false;
        }
    }

    @Test
    void whoMissedATurnIsToldAllOfItAtTheNext() throws Exception {
        try (var deaf = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            deaf.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var slow = events.join(connected(), first, SeatAsk.NOTHING);
            var board = first;
            while (takesMore(slow) && board.version() < MOST_TURNS) {
                board = after(board, SEATS);
                events.tell(board);
            }
            var missed = after(after(board, 2), 3);
            assertThat(events.tell(missed)).isEmpty();
            assertThat(slow.knows(missed)).isFalse();
            var reading = Thread.ofVirtual().start(() -> ends(deaf));
            await().atMost(Duration.ofSeconds(30)).until(slow::keepsUp);
            events.tell(missed);
            assertThat(slow.knows(missed)).isTrue();
            assertThat(slow.states()).isEqualTo(missed.states());
            slow.end();
            deaf.shutdownInput(); // kept alive, it would be read for as long as one waits
            reading.join();
        }
    }
}
