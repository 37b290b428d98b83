package io.jari.nonsense;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.ApiDocument;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Requests of every kind on every operation of the API, good and bad, by everybody, in whatever order: a clear answer each time, never a
 * 5xx, and afterwards all holds that must hold. {@code -Djari.seed=N} sends others.
 */
class NonsenseIT {
    private static final int REQUESTS = Boolean.getBoolean("jari.long") ? 100_000 : 3_000;
    private static final long SEED = Long.getLong("jari.seed", 7);
    private static final int VISITORS = 6;
    /** Three quarters: some are reached by those alone who read a letter, have a second factor, or find money missing. */
    private static final int MOST_OPERATIONS = 133;

    private static final int MOST_SHOWN = 20;
    /** Chance may leave out what takes several calls in a row. */
    private static final int MOST_TIMES_MORE = 20;

    @Test
    void everyNonsenseGetsAClearAnswer() throws Exception {
        try (var server = JariServer.start(Map.of())) {
            var scene = scene(server);
            var from = System.nanoTime();
            var seeds = new Random(SEED);
            send(server, scene, REQUESTS, seeds);
            var sent = REQUESTS;
            for (var more = 0; more < MOST_TIMES_MORE && !missing(server).isEmpty(); more++) {
                send(server, scene, REQUESTS / 4, seeds);
                sent += REQUESTS / 4;
            }
            System.out.println(scene.tally().unreached());
            System.out.println(scene.tally().table());
            var operations = scene.operations().all();
            System.out.printf(
                    "seed %d: %d requests in %d s; %d of %d operations had a good answer%n",
                    SEED,
                    REQUESTS,
                    Duration.ofNanos(System.nanoTime() - from).toSeconds(),
                    scene.tally().reached(operations),
                    operations.size());
            assertThat(scene.failures().stream().limit(MOST_SHOWN))
                    .as("seed %d, %d failures", SEED, scene.failures().size())
                    .isEmpty();
            assertThat(scene.tally().answers(429))
                    .as("refused for their number")
                    .isLessThan(sent / 50);
            assertThat(scene.tally().reached(operations)).isGreaterThan(MOST_OPERATIONS);
            assertThat(missing(server)).as("it was not all refused").isEmpty();
            server.verify();
            // Nobody signs in for it: an administrator's password has been tried, at times that are yet to come.
            assertThat(Api.anonymous(server.internalUrl()).get("/v1/hotels").status())
                    .as("it still works")
                    .isEqualTo(200);
        }
    }

    private static Visitor.Scene scene(JariServer server) {
        var admin = Api.demo(server.internalUrl(), "admin");
        var operations = new Operations(ApiDocument.read(ApiDocument.KEPT).root());
        var own = admin.get("/v1/account").body().path("accountID").asText();
        var plan = admin.get("/v1/hall-plans?seats=100").body();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        return new Visitor.Scene(operations, new Crowd(server), new Memory(Set.of(own)), new Tally(), failures, plan);
    }

    private static void send(JariServer server, Visitor.Scene scene, int requests, Random seeds)
            throws InterruptedException, ExecutionException {
        var left = new AtomicInteger(requests);
        try (var threads = Executors.newFixedThreadPool(VISITORS)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < VISITORS; i++) {
                var visitor = new Visitor(server, scene, new Random(seeds.nextLong()));
                running.add(threads.submit(() -> visitor.visit(() -> left.getAndDecrement() > 0)));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    /** Of what verify looks at, what never came about. */
    private static List<String> missing(JariServer server) {
        return Stream.of(
                        "reservation where status = 'paid'",
                        "reservation where status = 'canceled'",
                        "payment",
                        "payment_refund",
                        "posting",
                        "seat_hold where status in ('sold', 'refunded')")
                .filter(rows -> TestData.number(server, "select count(*) from " + rows) == 0)
                .toList();
    }
}
