package io.jari.bench.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** When people come who know nothing of each other: so many a second on average, at moments that chance picks. */
public final class Poisson {
    private Poisson() {}

    /** Nanoseconds after the beginning, in order. */
    public static long[] moments(double perSecond, double seconds, RandomGenerator random) {
        var moments = new long[16];
        var count = 0;
        for (var at = random.nextExponential() / perSecond; at < seconds; at += random.nextExponential() / perSecond) {
            moments = count == moments.length ? Arrays.copyOf(moments, 2 * count) : moments;
            moments[count++] = (long) (at * 1e9);
        }
        return Arrays.copyOf(moments, count);
    }
}
