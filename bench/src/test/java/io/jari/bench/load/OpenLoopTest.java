package io.jari.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jari.bench.load.OpenLoop.Arrival;
import io.jari.bench.load.OpenLoop.Came;
import io.jari.bench.wire.ResponseReader;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final double LONG_SECONDS = 300;
    private static final double SHORT_SECONDS = 0.5;

    /** Two requests, the second once the first is answered; its connection breaks where the server lets it. */
    private static final class Twice implements OpenLoop.Visit {
        private final Buffer request;
        private final List<Integer> statuses = new ArrayList<>();
        private long nanos = -1;

        private Twice(URI url) {
            this.request = Wire.request("GET /", url.getAuthority(), "", "");
        }

        @Override
        public Buffer first() {
            return request;
        }

        @Override
        public @Nullable Buffer next(ResponseReader answer) {
            statuses.add(answer.status());
            return statuses.size() < 2 ? request : null;
        }

        @Override
        public void broken() {
            statuses.add(0);
        }

        @Override
        public void done(long took) {
            nanos = took;
        }
    }

    private record Played(List<Twice> visits, Came came) {}

    @Test
    void everyVisitIsMadeAndItsTimeCountsFromWhenItWasToBegin() throws IOException, InterruptedException {
        var asked = new AtomicInteger();
        var played = played(20, 2, LONG_SECONDS, _ -> asked.incrementAndGet());

        assertThat(played.came).isEqualTo(new Came(20, 20, 0));
        assertThat(asked).hasValue(40);
        assertThat(played.visits)
                .allSatisfy(visit -> assertThat(visit.statuses).containsExactly(200, 200))
                .allSatisfy(visit -> assertThat(visit.nanos).isPositive());
    }

    /** A server that holds back its first answer until the end: who comes then waits, and is told as late or as never sent. */
    @Test
    void whoWaitsForAConnectionIsNotForgotten() throws IOException, InterruptedException {
        var over = new CountDownLatch(1);
        var played = played(10, 1, SHORT_SECONDS, asked -> {
            if (asked == 1) {
                awaitEnd(over, (long) (SHORT_SECONDS * 2_000));
            }
        });
        over.countDown();

        assertThat(played.came).isEqualTo(new Came(10, 0, 9));
        assertThat(played.visits.getFirst().nanos).isGreaterThan((long) (SHORT_SECONDS * 1e9));
    }

    private static void awaitEnd(CountDownLatch over, long millis) {
        try {
            var _ = over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Serving {
        void request(int number);
    }

    private static Played played(int visitors, int connections, double seconds, Serving serving)
            throws IOException, InterruptedException {
        var asked = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                serving.request(asked.incrementAndGet());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var visits =
                    IntStream.range(0, visitors).mapToObj(_ -> new Twice(url)).toList();
            try (var loop = new OpenLoop(url, connections)) {
                loop.connect();
                var arrivals = IntStream.range(0, visitors)
                        .mapToObj(i -> new Arrival(i * 1_000_000L, visits.get(i)))
                        .toList();
                return new Played(visits, loop.play(arrivals, seconds, 0));
            } finally {
                server.stop(0);
            }
        }
    }
}
