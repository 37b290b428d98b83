package io.jari.core.stay;

import java.time.LocalDate;

/**
 * One row of inventory as it was read: a room type, or a house, on one night. All counts are rooms, zero or more.
 *
 * @param date the night
 * @param total rooms that exist and are not out of order
 * @param reserved rooms promised to guests; above {@code target} when the target was lowered later
 * @param target rooms that new sales may reach, see {@link Overbooking#target}
 * @param stopSale whether staff closed the night for new sales
 */
public record Night(LocalDate date, int total, int reserved, int target, boolean stopSale) {

    public Night {
        if (total < 0 || reserved < 0 || target < 0) {
            throw new IllegalArgumentException(date + ": " + total + ", " + reserved + ", " + target);
        }
    }

    /** Rooms that can still be sold. */
    public int left() {
        return stopSale ? 0 : Math.max(0, target - reserved);
    }

    /** Rooms sold beyond today's target: after a pipe burst, the guests somebody must think about. */
    public int oversold() {
        return Math.max(0, reserved - target);
    }

    /** What share of the rooms is sold, in percent rounded down; above 100 when overbooked, 100 when none exist. */
    public int percentSold() {
        return total == 0 ? 100 : Math.toIntExact(reserved * 100L / total);
    }
}
