package io.jari.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The settings of all limits, for the reference. */
public final class KnownLimits {
    private KnownLimits() {}

    /** @param rate a rate, which may be a fraction, else a burst */
    public record Known(String key, boolean rate, String usual, String meaning) {}

    public static List<Known> all() {
        var all = new ArrayList<Known>();
        for (var kind : Kind.values()) {
            add(all, Limits.addressKey(kind), kind.ofAddress(), kind.meaning() + " by one address");
            add(all, Limits.accountKey(kind), kind.ofAccount(), kind.meaning() + " by one account");
        }
        return all;
    }

    private static void add(List<Known> all, String key, Rate rate, String what) {
        var usual = BigDecimal.valueOf(rate.perSecond()).stripTrailingZeros().toPlainString();
        all.add(new Known(key + ".rate", true, usual, what + ", a second; 0: any number"));
        all.add(new Known(key + ".burst", false, Integer.toString(rate.burst()), "the same, at once"));
    }
}
