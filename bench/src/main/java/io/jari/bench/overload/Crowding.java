package io.jari.bench.overload;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Those who connect and say nothing, and those who say it a byte a second, half of them a head without end and half a body. Whoever is sent
 * away comes again. On one machine they come from further addresses of it, since one has too few ports for all.
 */
final class Crowding implements AutoCloseable {
    private static final int TRICKLE_MILLIS = 1_000;
    private static final int FILL_MILLIS = 10;
    private static final int AT_ONCE = 200;
    private static final long LIMIT_SECONDS = 180;
    private static final String HEAD = "GET /v1/hotels HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    private static final String BODY =
            "POST /v1/reservation-orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 8000\r\n\r\n";

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    private final URI url;
    private final AtomicInteger sentAway = new AtomicInteger();
    private final Some idle;
    private final Some slow;
    private volatile boolean closed;

    Crowding(URI url, int idle, int slow) {
        this.url = url;
        var turn = new AtomicInteger();
        this.idle = new Some("127.0.0.2", idle, () -> "");
        this.slow = new Some("127.0.0.3", slow, () -> turn.getAndIncrement() % 2 == 0 ? HEAD : BODY);
    }

    /** Until all are there. */
    void come() throws InterruptedException {
        vertx.setPeriodic(FILL_MILLIS, _ -> {
            idle.fill();
            slow.fill();
        });
        vertx.setPeriodic(TRICKLE_MILLIS, _ -> slow.open.forEach(socket -> socket.write("x")));
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (idle() < idle.wanted || slow() < slow.wanted) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException(
                        "Of %d idle connections %d could be opened, of %d slow ones %d; see ulimit -n"
                                .formatted(idle.wanted, idle(), slow.wanted, slow()));
            }
            TimeUnit.MILLISECONDS.sleep(FILL_MILLIS);
        }
    }

    int idle() {
        return idle.open.size();
    }

    int slow() {
        return slow.open.size();
    }

    /** How often one was sent away, and came again. */
    int sentAway() {
        return sentAway.get();
    }

    @Override
    public void close() {
        closed = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Of one kind. */
    private final class Some {
        private final NetClient from;
        private final int wanted;
        private final Supplier<String> begin;
        private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
        private int connecting;

        Some(String address, int wanted, Supplier<String> begin) {
            var options = new NetClientOptions();
            this.from = vertx.createNetClient(
                    url.getHost().startsWith("127.") ? options.setLocalAddress(address) : options);
            this.wanted = wanted;
            this.begin = begin;
        }

        private void fill() {
            while (!closed && connecting < AT_ONCE && open.size() + connecting < wanted) {
                connecting++;
                var _ = from.connect(url.getPort(), url.getHost())
                        .onComplete(_ -> connecting--)
                        .onSuccess(this::met);
            }
        }

        private void met(NetSocket socket) {
            open.add(socket);
            socket.exceptionHandler(_ -> socket.close());
            socket.closeHandler(_ -> {
                if (open.remove(socket) && !closed) {
                    sentAway.incrementAndGet();
                }
            });
            var first = begin.get();
            if (!first.isEmpty()) {
                var _ = socket.write(first);
            }
        }
    }
}
