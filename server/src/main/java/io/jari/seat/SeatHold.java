package io.jari.seat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Seats set aside for one person, and what became of them.
 *
 * @param seats numbers in the order of the plan
 * @param prices of each, in minor units
 * @param reason why it ended; null: it has not
 * @param requestHash what tells one request from another under the same id
 * @param firstExpiresAt what the first answer said
 * @param extended whether its guest had more time already
 * @param version of the date at its last change
 */
public record SeatHold(
        int dateId,
        String holdId,
        long accountId,
        List<Integer> seats,
        List<Long> prices,
        String currency,
        Status status,
        @Nullable Reason reason,
        byte[] requestHash,
        Instant createdAt,
        Instant firstExpiresAt,
        Instant expiresAt,
        boolean extended,
        long createdVersion,
        long version) {

    /** How far it has come. */
    public enum Status {
        HELD,
        SOLD,
        RELEASED,
        EXPIRED,
        REFUNDED;

        /** As stored and sent. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** Why it ended. */
    public enum Reason {
        GUEST,
        STAFF,
        TIME,
        /** Past its time, and somebody else wanted a seat of it. */
        TAKEN_OVER,
        DATE_CANCELED;

        /** As stored and sent. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    public SeatHold {
        seats = List.copyOf(seats);
        prices = List.copyOf(prices);
    }

    /** In minor units. */
    public long total() {
        return prices.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the seats are its guest's: set aside or sold. */
    public boolean hasSeats() {
        return status == Status.HELD || status == Status.SOLD;
    }

    /** Whether anybody may take its seats now. */
    boolean isOver(Instant now) {
        return status == Status.HELD && !now.isBefore(expiresAt);
    }

    SeatHold ended(Status to, Reason why, long at) {
        return changed(to, why, expiresAt, extended, at);
    }

    SeatHold sold(long at) {
        return changed(Status.SOLD, null, expiresAt, extended, at);
    }

    SeatHold until(Instant until, boolean byGuest, long at) {
        return changed(status, reason, until, extended || byGuest, at);
    }

    private SeatHold changed(Status to, @Nullable Reason why, Instant until, boolean wasExtended, long at) {
        return new SeatHold(
                dateId,
                holdId,
                accountId,
                seats,
                prices,
                currency,
                to,
                why,
                requestHash,
                createdAt,
                firstExpiresAt,
                until,
                wasExtended,
                createdVersion,
                at);
    }
}
