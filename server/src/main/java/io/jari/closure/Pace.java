package io.jari.closure;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How fast refunds were seen to be done lately. */
final class Pace {
    static final int LATELY_SECONDS = 60;

    private Pace() {}

    /**
     * When all will have ended if it goes on so; null while nothing is left, or was seen to move.
     *
     * @param lately how many ended in the last seconds
     * @param since when it began
     */
    static @Nullable Instant end(long left, long lately, Instant since, Instant now) {
        if (left == 0 || lately == 0) {
            return null;
        }
        var seenMillis = Math.clamp(
                Duration.between(since, now).toMillis(),
                1,
                Duration.ofSeconds(LATELY_SECONDS).toMillis());
        return now.plusMillis(left * seenMillis / lately);
    }
}
