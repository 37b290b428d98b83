package io.jari.rate;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A night whose own rate or stop sale a change alters.
 *
 * @param rateBefore null: it had none of its own, the base rate applied
 * @param changeBefore which change had set rateBefore; null also where it is not known yet
 * @param changeAfter which change rateAfter is credited to; null: the one being made
 * @param stopBefore null: stop sale is left alone
 */
record AlteredNight(
        int roomTypeId,
        LocalDate date,
        @Nullable Long rateBefore,
        @Nullable Integer changeBefore,
        @Nullable Long rateAfter,
        @Nullable Integer changeAfter,
        @Nullable Boolean stopBefore,
        @Nullable Boolean stopAfter) {

    boolean rateDiffers() {
        return !Objects.equals(rateBefore, rateAfter);
    }

    boolean stopDiffers() {
        return !Objects.equals(stopBefore, stopAfter);
    }

    AlteredNight undone() {
        return new AlteredNight(
                roomTypeId,
                date,
                /* rateBefore= */ rateAfter,
                /* changeBefore= */ changeAfter,
                /* rateAfter= */ rateBefore,
                /* changeAfter= */ changeBefore,
                /* stopBefore= */ stopAfter,
                /* stopAfter= */ stopBefore);
    }
}
