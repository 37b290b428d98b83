package io.jari.http;

import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * How many requests each address, or whatever else tells callers apart, may make: so many at once, and then so many a second.
 *
 * <p>It is no library's, since those keep an object for each caller, and here hundreds of thousands call who each do so seldom. With a
 * million callers a call took 60 to 80 ns here and made no garbage, in half a megabyte whoever calls; Bucket4j's buckets in a Caffeine
 * cache took 1,400 to 3,000 ns and 88 bytes a call in 420 megabytes, or 2,000 ns and 900 bytes in 44 megabytes where the cache was held to
 * 100,000 of them (2 cores, Java 25). What processes must count together, sign-ins and payments, is Bucket4j's: see
 * {@code io.jari.limit}. Each key has two slots, found by hashes that nobody outside can guess, and the
 * freer one counts. Callers who are alone in one of theirs, as all are but few, have exactly what is allowed; where 1,000 callers at once
 * go beyond it, one in 1,000 others is kept out with them.
 *
 * <p>A slot holds when the next call would be due if all came evenly (the generic cell rate algorithm): who is ahead of that by less than
 * what is allowed at once may pass.
 */
public final class AddressLimit {
    private static final int SLOTS = 1 << 16;
    private static final long PASSES = 0;
    /** Up to one part in so many is added to the time after which to come again. */
    private static final int JITTER = 4;

    private final String name;
    private final int burst;
    private final long intervalNanos;
    private final LongSupplier nanos;
    private final AtomicLongArray dueNanos = new AtomicLongArray(SLOTS);
    private final long firstSeed;
    private final long secondSeed;

    /**
     * @param name as headers tell it
     * @param perSecond more than that is refused in the long run; 0: nothing ever is
     * @param burst as many may come at once, after a while without any; at least 1
     */
    public AddressLimit(String name, double perSecond, int burst) {
        this(name, perSecond, burst, sinceNow());
    }

    AddressLimit(String name, double perSecond, int burst, LongSupplier nanos) {
        if (!(perSecond >= 0) || burst < 1) {
            throw new IllegalArgumentException("%s: %s a second, %d at once".formatted(name, perSecond, burst));
        }
        this.name = name;
        this.burst = burst;
        this.intervalNanos = perSecond == 0 ? 0 : Math.max(1, Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond));
        this.nanos = nanos;
        var random = new SecureRandom();
        this.firstSeed = random.nextLong();
        this.secondSeed = random.nextLong();
    }

    /** From 0 on, as the slots begin. */
    private static LongSupplier sinceNow() {
        var begin = System.nanoTime();
        return () -> System.nanoTime() - begin;
    }

    /** Whether nothing is ever refused. */
    public boolean off() {
        return intervalNanos == 0;
    }

    /** Counts a call: 0 when it may pass, else so long, in milliseconds, until one may. Those that may not do not count. */
    public long retryAfterMillis(long key) {
        return Math.max(PASSES, -take(key));
    }

    /** The same: how many more may pass at once, 0 or more, or else, below 0, the milliseconds until one may. */
    public long take(long key) {
        if (intervalNanos == 0) {
            return burst;
        }
        var now = nanos.getAsLong();
        var one = slot(key ^ firstSeed);
        var other = slot(key ^ secondSeed);
        while (true) {
            var dueOne = dueNanos.get(one);
            var dueOther = dueNanos.get(other);
            var due = Math.min(dueOne, dueOther);
            var from = Math.max(due, now);
            var early = from - now - (burst - 1) * intervalNanos;
            if (early > 0) {
                return -Math.ceilDiv(early, TimeUnit.MILLISECONDS.toNanos(1));
            }
            var freer = dueOne <= dueOther ? one : other;
            if (dueNanos.compareAndSet(freer, due, from + intervalNanos)) {
                raise(freer == one ? other : one, from + intervalNanos);
                return -early / intervalNanos;
            }
        }
    }

    /** Never beyond what this key has used: whoever shares the slot pays for no more than the busier of them. */
    private void raise(int slot, long least) {
        for (var due = dueNanos.get(slot); due < least; due = dueNanos.get(slot)) {
            if (dueNanos.compareAndSet(slot, due, least)) {
                return;
            }
        }
    }

    /** As MurmurHash3 finishes: each bit of the key moves each bit of the slot. */
    private static int slot(long key) {
        var hash = (key ^ (key >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return (int) (hash ^ (hash >>> 33)) & (SLOTS - 1);
    }

    /** 429, with the headers of draft-ietf-httpapi-ratelimit-headers. Who is refused together does not come back together. */
    public Problem.Draft refusal(long retryAfterMillis) {
        return refusal(policy(), name, retryAfterMillis);
    }

    /** The same for a limit that is counted elsewhere. */
    public static Problem.Draft refusal(String policy, String name, long retryAfterMillis) {
        var least = Math.max(1, Math.ceilDiv(retryAfterMillis, 1_000));
        var seconds = least + ThreadLocalRandom.current().nextLong(Math.ceilDiv(least, JITTER) + 1);
        return Problem.of(429, "too-many-requests", "Too many requests")
                .detail("More came from here than one place may send. Ask again in %d s.".formatted(seconds))
                .retryAfterMillis(TimeUnit.SECONDS.toMillis(seconds))
                .header("RateLimit-Policy", policy)
                .header("RateLimit", left(name, 0, seconds));
    }

    /** What headers say of the limit. */
    public String policy() {
        return policy(name, burst, intervalNanos);
    }

    public static String policy(String name, int burst, long intervalNanos) {
        var window = Math.max(1, Math.ceilDiv(burst * intervalNanos, TimeUnit.SECONDS.toNanos(1)));
        return "\"%s\";q=%d;w=%d".formatted(name, burst, window);
    }

    /** @param seconds until there are more */
    public static String left(String name, long calls, long seconds) {
        return "\"" + name + "\";r=" + calls + ";t=" + seconds;
    }

    public String name() {
        return name;
    }
}
