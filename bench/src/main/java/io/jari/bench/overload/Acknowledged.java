package io.jari.bench.overload;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.api.Api;
import io.jari.bench.api.Failures;
import io.jari.bench.cli.LiveLine;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Every reservation that was acknowledged, by its person, and whether it is there when that person looks. Of each id 64 bits are kept. */
final class Acknowledged {
    private static final long FNV_OFFSET = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;
    /** Fewer than a server with the smallest bounds takes at once. */
    private static final int READERS = 4;

    private static final int PAGE = 100;
    private static final int TOLD_EVERY = 100;

    private final List<String> tokens;
    private final long[][] ids;
    private final int[] counts;
    private long unknown;

    Acknowledged(List<String> tokens) {
        this.tokens = tokens;
        this.ids = new long[tokens.size()][16];
        this.counts = new int[tokens.size()];
    }

    void add(int person, String reservationID) {
        if (counts[person] == ids[person].length) {
            ids[person] = Arrays.copyOf(ids[person], 2 * counts[person]);
        }
        ids[person][counts[person]++] = hash(reservationID);
    }

    /** A request whose answer never came, or said that nobody knows. */
    void addUnknown() {
        unknown++;
    }

    /**
     * @param acknowledged how many
     * @param lost of those, that are not there
     * @param untold that are there and were not acknowledged
     * @param unknown whose answer never came: as many may be there untold
     */
    record Found(long acknowledged, long lost, long untold, long unknown) {
        boolean sound() {
            return lost == 0 && untold <= unknown;
        }
    }

    /** Reads all back, as their people. */
    Found readBack(Api guests, LiveLine live) {
        var lost = new LongAdder();
        var untold = new LongAdder();
        var done = new AtomicInteger();
        var next = new AtomicInteger();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new CompletableFuture<?>[READERS];
            Arrays.setAll(
                    all,
                    i -> CompletableFuture.runAsync(
                            () -> {
                                for (var p = next.getAndIncrement(); p < tokens.size(); p = next.getAndIncrement()) {
                                    compare(guests, p, lost, untold);
                                    told(done.incrementAndGet(), live);
                                }
                            },
                            readers));
            CompletableFuture.allOf(all).join();
        }
        live.end();
        return new Found(Arrays.stream(counts).asLongStream().sum(), lost.sum(), untold.sum(), unknown);
    }

    private void told(int done, LiveLine live) {
        if (done % TOLD_EVERY == 0) {
            live.now("reading back: %,d of %,d people".formatted(done, tokens.size()));
        }
    }

    private void compare(Api guests, int person, LongAdder lost, LongAdder untold) {
        var told = Arrays.copyOf(ids[person], counts[person]);
        Arrays.sort(told);
        var there = 0;
        var known = 0;
        var cursor = "";
        do {
            var path = "/v1/reservations?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            var page = guests.as(tokens.get(person)).insist(api -> api.get(path), new Failures());
            if (!page.ok()) {
                throw new IllegalStateException("Could not read reservations back: " + page.explanation());
            }
            for (JsonNode one : page.body().path("reservations")) {
                there++;
                known +=
                        Arrays.binarySearch(told, hash(one.path("reservationID").asText())) >= 0 ? 1 : 0;
            }
            cursor = page.next();
        } while (!cursor.isEmpty());
        lost.add(told.length - known);
        untold.add(there - known);
    }

    private static long hash(String id) {
        var hash = FNV_OFFSET;
        for (var i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
