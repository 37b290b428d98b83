package io.jari.ticket;

import io.jari.concert.DateTerms;
import io.jari.http.TextBody;
import io.jari.seat.SeatHold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seat that was sold, as it stands.
 *
 * @param n its place in the hold, from 1
 * @param price in minor units
 * @param startsAt null while nobody knows until when the date is postponed
 * @param usedAt when somebody came in with it
 */
record Ticket(
        TicketId id,
        int n,
        long accountId,
        SeatHold.Status hold,
        DateTerms.Status date,
        int dateId,
        int concertId,
        String guid,
        String zone,
        String row,
        String number,
        @Nullable String mark,
        String category,
        long price,
        String currency,
        TextBody title,
        TextBody hall,
        @Nullable Instant startsAt,
        String timeZone,
        Instant bookedAt,
        @Nullable Instant usedAt) {

    /** What it is worth at the door. */
    enum Status {
        VALID,
        USED,
        REFUNDED,
        /** Its date was canceled: the money is on its way back. */
        CANCELED
    }

    Status status() {
        if (hold != SeatHold.Status.SOLD) {
            return Status.REFUNDED;
        }
        if (date == DateTerms.Status.CANCELED) {
            return Status.CANCELED;
        }
        return usedAt == null ? Status.VALID : Status.USED;
    }

    /** Whether there is anything to be shown at a door. */
    boolean isGood() {
        return status() == Status.VALID || status() == Status.USED;
    }
}
