package io.jari.core.price;

import io.jari.core.money.Money;
import java.math.BigInteger;

/** Whether a change of a night's price is so large that a second look is asked for. */
public final class PriceChange {

    /** What counts as large unless a hotel says otherwise, in percent of the price before. */
    public static final int DEFAULT_PERCENT = 30;

    private PriceChange() {}

    /** With {@link #DEFAULT_PERCENT}. */
    public static boolean needsConfirmation(Money before, Money after) {
        return needsConfirmation(before, after, DEFAULT_PERCENT);
    }

    /**
     * Whether the price moves up or down by more than so many percent of what it was; exactly so many pass. Any price
     * after zero is a large change.
     *
     * @throws IllegalArgumentException when the two differ in currency
     */
    public static boolean needsConfirmation(Money before, Money after, int percent) {
        var moved = BigInteger.valueOf(after.minus(before).minor()).abs();
        var allowed = BigInteger.valueOf(before.minor()).abs();
        return moved.multiply(BigInteger.valueOf(100)).compareTo(allowed.multiply(BigInteger.valueOf(percent))) > 0;
    }
}
