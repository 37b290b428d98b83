package io.jari.core.price;

import java.math.BigDecimal;

/**
 * A factor as the hot path multiplies it: numerator / 10^scale, reduced, so that 1.20 is 12 / 10 and products stay small.
 *
 * @param numerator 1 to 100,000
 * @param scale 0 to {@link #MAX_SCALE}
 * @param decimal the same as people wrote it
 */
record Factor(int numerator, int scale, BigDecimal decimal) {

    static final int MAX_SCALE = 4;

    private static final BigDecimal LEAST = new BigDecimal("0.1");

    static final Factor ONE = of(BigDecimal.ONE);

    static boolean valid(BigDecimal decimal) {
        return decimal.compareTo(LEAST) >= 0
                && decimal.compareTo(BigDecimal.TEN) <= 0
                && decimal.stripTrailingZeros().scale() <= MAX_SCALE;
    }

    static Factor of(BigDecimal decimal) {
        if (!valid(decimal)) {
            throw new IllegalArgumentException("factor " + decimal);
        }
        var reduced = decimal.stripTrailingZeros();
        var plain = reduced.scale() < 0 ? reduced.setScale(0) : reduced;
        return new Factor(plain.unscaledValue().intValueExact(), plain.scale(), decimal);
    }

    boolean isOne() {
        return numerator == 1 && scale == 0;
    }
}
