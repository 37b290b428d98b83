package io.jari.core.price;

import java.math.BigDecimal;

/**
 * A factor that applies from a value up to the next step. Below the first step the factor is 1.
 *
 * @param from percent of rooms sold, 0 to 200, or days before the night, 0 to 730
 * @param factor 0.1 to 10, at most four decimals
 */
public record Step(int from, BigDecimal factor) {}
