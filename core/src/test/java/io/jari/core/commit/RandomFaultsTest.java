package io.jari.core.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads, few partitions, small limits, and a database that breaks in every way. */
final class RandomFaultsTest {
    private static final int THREADS = 8;
    private static final int COMMANDS_PER_THREAD = 400;
    private static final int PARTITIONS = 5;

    private record Sent(String partition, String id, CompletableFuture<Outcome<Integer>> future) {
        Outcome<Integer> outcome() {
            return Desk.outcome(future);
        }
    }

    private enum Kind {
        DECIDED,
        OVERLOADED,
        NOT_EXECUTED,
        UNKNOWN,
        FAILED
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyCommandIsAnsweredOnceInOrderAndTruly(long seed) throws Exception {
        var faults = new RandomFaults(seed);
        var answers = new AtomicInteger();
        var sent = new ConcurrentLinkedQueue<Sent>();
        var limits = new Limits(3, 3, 8, 500, 20, 60, 5_000, 3, 1, 20_000);
        var heard = new Heard();
        try (var commit = new GroupCommit<>(limits, faults, heard)) {
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                for (int t = 0; t < THREADS; t++) {
                    int thread = t;
                    threads.execute(() -> submitMany(commit, thread, new Random(seed * 100 + thread), sent, answers));
                }
            }
            sent.forEach(Sent::outcome);
            await().until(() -> commit.depth().equals(new Depth(0, 0, 0)));
        }
        assertThat(faults.violations).isEmpty();
        assertThat(answers).hasValue(THREADS * COMMANDS_PER_THREAD);
        assertTruth(sent, faults.store);
        assertOrder(faults.store);
    }

    private static void submitMany(
            GroupCommit<String, String, Integer> commit,
            int thread,
            Random random,
            ConcurrentLinkedQueue<Sent> sent,
            AtomicInteger answers) {
        var window = new ArrayList<Sent>();
        for (int i = 0; i < COMMANDS_PER_THREAD; i++) {
            var partition = "p" + Math.min(random.nextInt(PARTITIONS * 2), PARTITIONS - 1);
            var id = (random.nextInt(50) == 0 ? "poison-" : "id-") + thread + "-" + i;
            long timeNanos = random.nextInt(10) == 0 ? random.nextInt(2_000_000) : TimeUnit.MINUTES.toNanos(1);
            var future = commit.submit(partition, id, random.nextInt(200), System.nanoTime() + timeNanos);
            var _ = future.thenRun(answers::incrementAndGet);
            window.add(new Sent(partition, id, future));
            if (window.size() == 12) {
                window.forEach(Sent::outcome);
                sent.addAll(window);
                window.clear();
            }
        }
        sent.addAll(window);
    }

    private static void assertTruth(Iterable<Sent> sent, Store store) {
        var seen = EnumSet.noneOf(Kind.class);
        var places = new ConcurrentHashMap<String, Integer>();
        store.applied.forEach((_, ids) -> {
            for (int i = 0; i < ids.size(); i++) {
                assertThat(places.put(ids.get(i), i)).as("applied twice").isNull();
            }
        });
        for (var one : sent) {
            var place = places.get(one.id());
            switch (one.outcome()) {
                case Outcome.Decided<Integer>(var result) -> {
                    seen.add(Kind.DECIDED);
                    assertThat(place).as(one.id()).isEqualTo(result);
                    assertThat(store.applied.get(one.partition())).contains(one.id());
                }
                case Outcome.Overloaded<Integer> _ -> {
                    seen.add(Kind.OVERLOADED);
                    assertThat(place).as(one.id()).isNull();
                }
                case Outcome.NotExecuted<Integer> _ -> {
                    seen.add(Kind.NOT_EXECUTED);
                    assertThat(place).as(one.id()).isNull();
                }
                case Outcome.OutcomeUnknown<Integer> _ -> seen.add(Kind.UNKNOWN);
                case Outcome.Failed<Integer> _ -> seen.add(Kind.FAILED);
            }
        }
        assertThat(seen).as("provoked").isEqualTo(EnumSet.allOf(Kind.class));
    }

    private static void assertOrder(Store store) {
        store.applied.forEach((partition, ids) -> {
            for (int t = 0; t < THREADS; t++) {
                var prefix = "id-" + t + "-";
                List<Integer> own = ids.stream()
                        .filter(id -> id.startsWith(prefix))
                        .map(id -> Integer.valueOf(id.substring(prefix.length())))
                        .toList();
                assertThat(own).as("%s of thread %d", partition, t).isSorted();
            }
        });
    }
}
