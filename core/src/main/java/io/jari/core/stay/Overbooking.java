package io.jari.core.stay;

/**
 * How far beyond the rooms that exist a hotel sells, because some guests do not come.
 *
 * <p>Two numbers bound each night. The <em>target</em>, floor(total × (100 + percent) / 100), is what new sales may
 * reach. The <em>limit</em>, max(target, reserved), is what the database lets the row hold: after a target was lowered
 * below what is already sold it stands at the sold number and sinks with each cancellation until it meets the target.
 *
 * @param percent 0 to {@link #MAX_PERCENT}
 */
public record Overbooking(int percent) {

    /** At most twice the rooms are sold. */
    public static final int MAX_PERCENT = 100;

    /** What a hotel gets that says nothing. */
    public static final Overbooking DEFAULT = new Overbooking(10);

    /** Throws {@link IllegalArgumentException} outside 0 to 100; ask {@link #valid} first for input. */
    public Overbooking {
        if (!valid(percent)) {
            throw new IllegalArgumentException("overbooking of " + percent + " %");
        }
    }

    public static boolean valid(int percent) {
        return percent >= 0 && percent <= MAX_PERCENT;
    }

    /** Rooms that may be sold when {@code total} (zero or more) exist and work. */
    public int target(int total) {
        if (total < 0) {
            throw new IllegalArgumentException(total + " rooms");
        }
        return Math.toIntExact(total * (100L + percent) / 100);
    }

    /** Rooms a row may hold, given the target and what is reserved now. Apply again after each change of either. */
    public static int limit(int target, int reserved) {
        return Math.max(target, reserved);
    }
}
