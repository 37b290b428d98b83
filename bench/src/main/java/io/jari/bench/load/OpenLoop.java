package io.jari.bench.load;

import io.jari.bench.wire.ResponseReader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * People who come when they were to come, whatever becomes of those before them. Who finds no connection free waits for one, and all time
 * counts from the moment that was intended: a server that stops answers nobody's clock. Everything happens on one event loop.
 */
public final class OpenLoop implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int TICK_MILLIS = 1;
    /** Those under way at the end are heard; none takes longer. */
    private static final int PATIENCE_SECONDS = 60;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    private final NetClient net =
            vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
    private final URI url;
    private final List<Line> lines = new ArrayList<>();
    private final ArrayDeque<Line> free = new ArrayDeque<>();
    private @Nullable Play play;

    /** What one who comes asks, one request after another over the same connection. */
    public interface Visit {
        Buffer first();

        /** What is asked next; null where that was all. */
        @Nullable
        Buffer next(ResponseReader answer);

        /** The connection broke before the answer came, and so the visit ends. */
        void broken();

        /** @param nanos since this visit was to begin */
        void done(long nanos);
    }

    /** @param nanos after the beginning */
    public record Arrival(long nanos, Visit visit) {}

    /**
     * @param offered who was to come
     * @param inTime whose visit was over before the end
     * @param unsent who waited for a connection in vain
     */
    public record Came(int offered, int inTime, int unsent) {}

    public OpenLoop(URI url, int connections) {
        this.url = url;
        for (var i = 0; i < connections; i++) {
            lines.add(new Line());
        }
    }

    /** Opens all connections. */
    public void connect() throws InterruptedException {
        Promise<Void> connected = Promise.promise();
        vertx.runOnContext(_ -> {
            var all = Future.join(lines.stream().map(Line::connect).toList());
            all.<Void>mapEmpty().onComplete(connected);
        });
        await(connected.future(), PATIENCE_SECONDS);
        free.addAll(lines);
    }

    /**
     * @param arrivals in order of their moments
     * @param drainSeconds for which those are still served, after the end, who wait for a connection then
     */
    public Came play(List<Arrival> arrivals, double seconds, double drainSeconds) throws InterruptedException {
        Promise<Came> end = Promise.promise();
        vertx.runOnContext(_ -> {
            var begun = System.nanoTime();
            var until = begun + (long) (seconds * 1e9);
            play = new Play(arrivals, begun, until, until + (long) (drainSeconds * 1e9), end);
            vertx.setPeriodic(TICK_MILLIS, this::tick);
        });
        return await(end.future(), (int) (seconds + drainSeconds) + PATIENCE_SECONDS);
    }

    private void tick(long timer) {
        var now = play;
        if (now == null) {
            vertx.cancelTimer(timer);
        } else {
            now.sendWhoIsDue();
            now.endIfOver();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T await(Future<T> future, int seconds) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load could not be made: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("No end after " + seconds + " s: an answer is missing", e);
        }
    }

    /** From the first who comes until the last answer. */
    private final class Play {
        private final List<Arrival> arrivals;
        private final long begun;
        private final long until;
        private final long drainedBy;
        private final Promise<Came> end;
        private int sent;
        private int inTime;

        private Play(List<Arrival> arrivals, long begun, long until, long drainedBy, Promise<Came> end) {
            this.arrivals = arrivals;
            this.begun = begun;
            this.until = until;
            this.drainedBy = drainedBy;
            this.end = end;
        }

        /** Who came first goes first. */
        private void sendWhoIsDue() {
            var now = System.nanoTime();
            while (now - drainedBy < 0
                    && sent < arrivals.size()
                    && arrivals.get(sent).nanos() <= now - begun
                    && !free.isEmpty()) {
                free.pop().begin(arrivals.get(sent++));
            }
        }

        private void done(Arrival arrival) {
            var now = System.nanoTime();
            inTime += now - until < 0 ? 1 : 0;
            arrival.visit().done(now - begun - arrival.nanos());
        }

        private void endIfOver() {
            var nobodyComes = sent == arrivals.size() || System.nanoTime() - drainedBy >= 0;
            if (nobodyComes && free.size() == lines.size()) {
                play = null;
                end.complete(new Came(arrivals.size(), inTime, arrivals.size() - sent));
            }
        }
    }

    /** A connection, and the one who has it just now. */
    private final class Line {
        private final ResponseReader reader = new ResponseReader();
        private @Nullable NetSocket socket;
        private @Nullable Arrival now;

        private Future<Void> connect() {
            return net.connect(url.getPort(), url.getHost())
                    .onSuccess(made -> {
                        made.handler(this::received);
                        made.closeHandler(_ -> broken(made));
                        made.exceptionHandler(_ -> made.close());
                        socket = made;
                    })
                    .mapEmpty();
        }

        private void begin(Arrival arrival) {
            now = arrival;
            send(arrival.visit().first());
        }

        private void send(Buffer request) {
            var there = socket;
            if (there == null) {
                var _ = connect().onSuccess(_ -> send(request)).onFailure(_ -> lost());
            } else {
                var _ = there.write(request);
            }
        }

        private void received(Buffer bytes) {
            var arrival = now;
            if (arrival == null || !reader.feed(bytes)) {
                return;
            }
            var more = arrival.visit().next(reader);
            reader.clear();
            if (more != null) {
                send(more);
            } else if (play != null) {
                play.done(arrival);
                leave();
            }
        }

        private void broken(NetSocket which) {
            if (which.equals(socket)) {
                socket = null;
                lost();
            }
        }

        private void lost() {
            reader.clear();
            if (now != null) {
                now.visit().broken();
                leave();
            }
        }

        private void leave() {
            now = null;
            free.push(this);
            if (play != null) {
                play.sendWhoIsDue();
            }
        }
    }
}
