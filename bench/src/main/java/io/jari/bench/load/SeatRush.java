package io.jari.bench.load;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Everybody asks for seats as fast as the answers come, until all have asked; then the answers are counted up. */
final class SeatRush implements Script {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int CREATED = 201;

    private final List<SeatWishes.Wish> wishes;
    private final int[] statuses;
    private final int[] asking;
    private final AtomicInteger next = new AtomicInteger();
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Histogram acceptedMicros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private volatile long lastHeard;
    private volatile long lastAccepted;

    /** @param people who ask at once */
    SeatRush(List<SeatWishes.Wish> wishes, int people) {
        this.wishes = wishes;
        this.statuses = new int[wishes.size()];
        this.asking = new int[people];
    }

    @Override
    public @Nullable Buffer next(int person) {
        var n = next.getAndIncrement();
        if (n >= wishes.size()) {
            return null;
        }
        asking[person] = n;
        return wishes.get(n).request();
    }

    @Override
    public void heard(int person, int status, String body, long nanos) {
        lastHeard = System.nanoTime();
        statuses[asking[person]] = status;
        var took = Math.min(nanos / 1_000, LONGEST_MICROS);
        micros.recordValue(took);
        if (status == CREATED) {
            lastAccepted = lastHeard;
            acceptedMicros.recordValue(took);
        }
    }

    @Override
    public boolean wantsBodies() {
        return false;
    }

    long lastHeard() {
        return lastHeard;
    }

    /** When the last seat that was given away was. */
    long lastAccepted() {
        return lastAccepted;
    }

    Histogram micros() {
        return micros;
    }

    Histogram acceptedMicros() {
        return acceptedMicros;
    }

    Map<Integer, Integer> byStatus() {
        var counts = new TreeMap<Integer, Integer>();
        for (var status : statuses) {
            counts.merge(status, 1, Integer::sum);
        }
        return counts;
    }

    /** How many people were told of each seat that it is theirs; who pressed twice and got one answer counts once. */
    Map<Integer, Integer> owners() {
        var owners = new HashMap<Integer, Integer>();
        held().keySet().forEach(wish -> wish.seats().forEach(seat -> owners.merge(seat, 1, Integer::sum)));
        return owners;
    }

    /** Holds made, however often each was answered. */
    int holds() {
        return held().size();
    }

    /** How many seats each person got. */
    Map<Integer, Integer> seatsOfPeople() {
        var seats = new HashMap<Integer, Integer>();
        held().keySet().forEach(wish -> seats.merge(wish.person(), wish.seats().size(), Integer::sum));
        return seats;
    }

    private Map<SeatWishes.Wish, Boolean> held() {
        var held = new java.util.IdentityHashMap<SeatWishes.Wish, Boolean>();
        for (var i = 0; i < statuses.length; i++) {
            if (statuses[i] == CREATED) {
                held.put(wishes.get(i), true);
            }
        }
        return held;
    }
}
