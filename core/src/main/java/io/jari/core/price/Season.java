package io.jari.core.price;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A stretch of nights with a factor of its own.
 *
 * @param from the first night, year 1970 to 9999
 * @param to the first night after it
 * @param factor 0.1 to 10, at most four decimals
 * @param name what guests read as the reason, 1 to 80 characters
 */
public record Season(LocalDate from, LocalDate to, BigDecimal factor, String name) {}
