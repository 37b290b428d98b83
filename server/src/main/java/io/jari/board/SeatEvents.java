package io.jari.board;

import io.jari.http.Intake;
import io.jari.http.Problem;
import io.jari.limit.Admission;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tells those who keep a connection open what becomes of the seats, at most four times a second. */
@Singleton
public final class SeatEvents {
    private static final long TURN_MILLIS = 250;
    static final int TURNS_A_HEARTBEAT = 60;
    private static final long COME_AGAIN_MILLIS = 10_000;

    private final SeatBoards boards;
    private final Vertx vertx;
    private final Intake intake;
    private final int most;
    private final int mostOfDate;
    private final Map<Integer, DateEvents> dates = new ConcurrentHashMap<>();
    private final AtomicInteger listeners = new AtomicInteger();
    private long timer;
    private int turn;

    /**
     * @param most listeners of all dates in this process
     * @param mostOfDate listeners of one date
     */
    @Inject
    SeatEvents(
            SeatBoards boards,
            Vertx vertx,
            Intake intake,
            MeterRegistry metrics,
            @ConfigProperty(name = "jari.board.listeners", defaultValue = "5000") int most,
            @ConfigProperty(name = "jari.board.listeners-of-date", defaultValue = "2000") int mostOfDate) {
        this.boards = boards;
        this.vertx = vertx;
        this.intake = intake;
        this.most = most;
        this.mostOfDate = mostOfDate;
        Gauge.builder("jari.board.listeners", listeners, AtomicInteger::get)
                .description("open connections that are told of seats")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(TURN_MILLIS, _ -> turn());
    }

    /** Answers with events until the other side goes. */
    void begin(RoutingContext context, Board board) {
        var since = since(context, board);
        var response = context.response();
        var joined = join(response, board, since);
        Admission.leave(context);
        var date = joined.date();
        var listener = joined.listener();
        response.closeHandler(_ -> leave(date, listener));
        response.exceptionHandler(_ -> leave(date, listener));
        if (response.closed()) {
            leave(date, listener);
        }
    }

    private record Joined(DateEvents date, SeatListener listener) {}

    /** Within the map's own step: a date that nobody listens to is forgotten in another. */
    private Joined join(HttpServerResponse response, Board board, long since) {
        var joined = new AtomicReference<@Nullable Joined>();
        dates.compute(board.dateId(), (_, known) -> {
            var date = known == null ? new DateEvents() : known;
            if (date.size() < mostOfDate && listeners.get() < most) {
                listeners.incrementAndGet();
                response.setChunked(true)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .putHeader("X-Accel-Buffering", "no"); // a proxy must not collect what is to be told at once
                joined.set(new Joined(date, date.join(response, board, since)));
            }
            return date;
        });
        var done = joined.get();
        if (done == null) {
            throw Problem.of(503, "too-many-listeners", "Too many listen just now")
                    .detail("Ask for the seats from time to time instead.")
                    .retryAfterMillis(COME_AGAIN_MILLIS)
                    .exception();
        }
        return done;
    }

    /** A browser that reconnects says what it heard last; what it sends that is none of ours counts as nothing. */
    private static long since(RoutingContext context, Board board) {
        var ask = SeatQuery.parse(context.request().query(), board, true);
        @Nullable String heard = context.request().getHeader("Last-Event-ID");
        if (heard == null || heard.isEmpty()) {
            return ask.since();
        }
        try {
            return SeatQuery.since("Last-Event-ID", heard, board);
        } catch (Problem _) {
            return SeatAsk.UNKNOWN; // a browser that is told 400 never comes again
        }
    }

    private void leave(DateEvents date, SeatListener listener) {
        if (date.leave(listener)) {
            listeners.decrementAndGet();
        }
    }

    /** Every quarter of a second. */
    void turn() {
        turn++;
        dates.forEach((dateId, date) -> {
            if (!intake.open()) {
                date.all().forEach(listener -> {
                    leave(date, listener);
                    listener.end();
                });
            } else if (date.size() == 0) {
                forget(dateId);
            } else {
                tell(dateId, date);
            }
        });
    }

    private void forget(int dateId) {
        dates.computeIfPresent(dateId, (_, date) -> date.size() == 0 ? null : date);
    }

    private void tell(int dateId, DateEvents date) {
        if (turn % TURNS_A_HEARTBEAT == 0) {
            date.heartbeat();
        }
        var board = boards.peek(dateId);
        if (board == null) {
            var _ = boards.of(dateId); // it has left memory: for the next turn
            return;
        }
        for (var lost : date.tell(board)) {
            leave(date, lost);
            lost.drop();
        }
    }

    @PreDestroy
    void close() {
        vertx.cancelTimer(timer);
    }
}
