package io.jari.booking;

import io.jari.core.stay.CancelCause;
import java.util.Objects;

/** How reservations of a batch end before their stay, and what goes back then. */
record Cancellations(BookingBatch batch) {
    static final String CANCELED = "canceled";
    private static final String CLOSED = "night_closed";

    Answer cancel(Command.Cancel c) {
        var reservation = batch.find(c.reservationId());
        if (reservation == null || (c.accountId() != null && !c.accountId().equals(reservation.accountId()))) {
            return new Answer.NotFound();
        }
        return switch (reservation.status()) {
            case "canceled", "refunded" -> new Answer.Canceled(reservation, true);
            case "pending" -> giveBack(reservation, "canceled", c.cause(), 0L, c.actor());
            case "paid" -> cancelPaid(reservation, c);
            default -> new Answer.NotPossible(reservation);
        };
    }

    private Answer cancelPaid(Reservation reservation, Command.Cancel c) {
        if (!reservation.stay().equals("booked")) {
            return new Answer.NotPossible(reservation);
        }
        var fee = batch.now().isAfter(reservation.terms().freeUntil())
                ? reservation.terms().cancelFee()
                : 0;
        return giveBack(reservation, after(reservation, fee), c.cause(), fee, c.actor());
    }

    /** No terms count: it is the hotel that cannot keep its word. Who canceled since it said so gets the fee back. */
    Answer closeNights(Command.CloseNights c) {
        var reservation = batch.find(c.reservationId());
        if (reservation == null) {
            return new Answer.NotFound();
        }
        if (!reservation.nights().overlaps(c.nights())) {
            return new Answer.Unchanged(reservation);
        }
        if (isCanceledForAFee(reservation)) {
            return waiveFee(reservation, c.actor());
        }
        if (!reservation.holdsRooms()) {
            return new Answer.Unchanged(reservation);
        }
        if (!reservation.stay().equals("booked")) {
            return new Answer.NotPossible(reservation);
        }
        var status = reservation.status().equals("paid") ? after(reservation, 0) : "canceled";
        return giveBack(reservation, status, CancelCause.HOTEL, 0L, c.actor());
    }

    private static boolean isCanceledForAFee(Reservation reservation) {
        return !reservation.isLive()
                && reservation.stay().equals("booked")
                && Objects.requireNonNullElse(reservation.feeCharged(), 0L) > 0;
    }

    private Answer waiveFee(Reservation reservation, String actor) {
        var id = reservation.reservationId();
        var waived = reservation.with("refunded", CancelCause.HOTEL.wire(), 0L, batch.version());
        batch.put(waived);
        batch.tell(actor, "reservation.fee-waived", id, BookingJournal.canceled(reservation, waived));
        batch.payments().giveBack(id, reservation.total(), CLOSED, actor);
        return new Answer.Canceled(waived, false);
    }

    private static String after(Reservation reservation, long fee) {
        return fee < reservation.total() ? "refunded" : "canceled";
    }

    Answer expire(Command.Expire c) {
        var reservation = batch.find(c.reservationId());
        if (reservation == null) {
            return new Answer.NotFound();
        }
        if (!reservation.status().equals("pending") || batch.now().isBefore(reservation.expiresAt())) {
            return new Answer.Unchanged(reservation);
        }
        return giveBack(reservation, "canceled", CancelCause.PAYMENT_TIMEOUT, 0L, "system");
    }

    private Answer giveBack(Reservation reservation, String status, CancelCause cause, long fee, String actor) {
        if (reservation.holdsRooms()) {
            // What is over stays counted.
            reservation.claim().from(batch.today()).ifPresent(batch.inventory()::release);
        }
        var id = reservation.reservationId();
        var canceled = reservation.with(status, cause.wire(), fee, batch.version());
        batch.put(canceled);
        batch.tell(actor, "reservation.canceled", id, BookingJournal.canceled(reservation, canceled));
        if (reservation.status().equals("paid")) {
            var why = cause == CancelCause.HOTEL ? CLOSED : CANCELED;
            batch.payments().giveBack(id, reservation.total() - fee, why, actor);
        } else {
            batch.payments().giveUp(id, actor);
        }
        return new Answer.Canceled(canceled, false);
    }
}
