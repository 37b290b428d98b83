package io.jari.booking;

import io.jari.core.stay.CancelCause;

/** How reservations of a batch end before their stay, and what goes back then. */
record Cancellations(BookingBatch batch) {

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

    /** No terms count: it is the hotel that cannot keep its word. */
    Answer closeNights(Command.CloseNights c) {
        var reservation = batch.find(c.reservationId());
        if (reservation == null) {
            return new Answer.NotFound();
        }
        if (!reservation.holdsRooms() || !reservation.nights().overlaps(c.nights())) {
            return new Answer.Unchanged(reservation);
        }
        if (!reservation.stay().equals("booked")) {
            return new Answer.NotPossible(reservation);
        }
        var status = reservation.status().equals("paid") ? after(reservation, 0) : "canceled";
        return giveBack(reservation, status, CancelCause.HOTEL, 0L, c.actor());
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
            var why = cause == CancelCause.HOTEL ? "night_closed" : "canceled";
            batch.payments().giveBack(id, reservation.total() - fee, why, actor);
        } else {
            batch.payments().giveUp(id, actor);
        }
        return new Answer.Canceled(canceled, false);
    }
}
