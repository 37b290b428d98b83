package io.jari.core.stay;

import io.jari.core.money.Money;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Until when a guest may cancel for nothing, and what it costs after.
 *
 * @param freeUntilDaysBefore days before arrival, 0 to {@link #MAX_DAYS_BEFORE}
 * @param freeUntilTime local time at the hotel on that day
 * @param fee what is kept afterwards
 */
public record CancellationPolicy(int freeUntilDaysBefore, LocalTime freeUntilTime, Fee fee) {

    /** The earliest a free period may end before arrival, in days. */
    public static final int MAX_DAYS_BEFORE = 365;

    /** Throws {@link IllegalArgumentException} outside 0 to 365 days. */
    public CancellationPolicy {
        if (freeUntilDaysBefore < 0 || freeUntilDaysBefore > MAX_DAYS_BEFORE) {
            throw new IllegalArgumentException(freeUntilDaysBefore + " days before");
        }
    }

    /** What is kept of a stay canceled late. */
    public sealed interface Fee {

        /** The price of the first night, never more than the whole. */
        record FirstNight() implements Fee {}

        /** A share of the whole price, 0 to 100 percent. */
        record Percent(int percent) implements Fee {
            public Percent {
                if (percent < 0 || percent > 100) {
                    throw new IllegalArgumentException("a fee of " + percent + " %");
                }
            }
        }
    }

    /**
     * What was agreed for one reservation when it was made; later changes of the policy leave it alone.
     *
     * @param freeUntil the last instant of free cancellation
     * @param feeAfter what is kept after it
     */
    public record Terms(Instant freeUntil, Money feeAfter) {

        /** What canceling costs now. */
        public Money fee(Instant now) {
            return now.isAfter(freeUntil) ? feeAfter : Money.zero(feeAfter.currency());
        }
    }

    /** The terms for a stay: the deadline as an instant (see {@link HotelClock#at}) and the fee as money. */
    public Terms terms(NightRange nights, ZoneId zone, Money total, Money firstNight) {
        var day = nights.start().minusDays(freeUntilDaysBefore);
        var kept = switch (fee) {
            case Fee.FirstNight() -> firstNight.min(total);
            case Fee.Percent(int percent) -> total.percent(percent);
        };
        return new Terms(new HotelClock(zone).at(day, freeUntilTime), kept);
    }
}
