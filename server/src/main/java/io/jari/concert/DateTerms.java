package io.jari.concert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is sold on a date, and on what terms.
 *
 * @param ratesVersion of the date's head when this was read: with each change of terms it rises
 * @param startsAt null while nobody knows until when it is postponed
 * @param saleClosesAt not sold from then on
 * @param refundsUntil until then guests may give tickets back; null: they may not
 * @param holdMinutes 3 to 5
 * @param mostSeats 1 to 20, held and bought, of one person
 */
public record DateTerms(
        int dateId,
        int concertId,
        long ratesVersion,
        Status status,
        @Nullable Instant startsAt,
        Instant saleOpensAt,
        Instant saleClosesAt,
        @Nullable Instant refundsUntil,
        int holdMinutes,
        int mostSeats,
        String currency,
        ZoneId zone,
        String planHash,
        DateSeats seats) {

    /** What staff have decided of a date. */
    public enum Status {
        ON_SALE,
        PAUSED,
        CANCELED;

        /** As stored and sent. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether seats may be held now. */
    public boolean isOnSale(Instant now) {
        return status == Status.ON_SALE && !now.isBefore(saleOpensAt) && now.isBefore(saleClosesAt);
    }

    /** Whether nothing of it is to be had any more: its sale has ended, or it has begun. */
    public boolean isOver(Instant now) {
        return !now.isBefore(saleClosesAt) || (startsAt != null && !now.isBefore(startsAt));
    }

    /** Whether guests may give tickets back now. */
    public boolean isRefundable(Instant now) {
        return refundsUntil != null && now.isBefore(refundsUntil);
    }
}
