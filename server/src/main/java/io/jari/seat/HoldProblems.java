package io.jari.seat;

import io.jari.concert.DateTerms;
import io.jari.concert.DateTerms.Status;
import io.jari.http.Problem;
import io.jari.seat.HoldBodies.RefusedSeat;
import java.time.Instant;
import java.util.List;

/** Every no of holding seats, in words and with data that helps. */
final class HoldProblems {
    private HoldProblems() {}

    static Problem.Draft noHold() {
        return Problem.notFound("hold");
    }

    static Problem.Draft noDate() {
        return Problem.notFound("date");
    }

    static Problem.Draft taken(List<Integer> seats, DateTerms terms) {
        return Problem.of(409, "seats-taken", "Taken")
                .detail(seats.size() == 1 ? "Somebody else has this seat." : "Somebody else has these seats.")
                .with("seats", refused(seats, terms, "taken"));
    }

    static Problem.Draft overLimit(Answer.OverLimit over, List<Integer> seats, DateTerms terms) {
        return Problem.of(409, "seat-limit", "Too many seats")
                .detail("One person may have " + over.most() + " seats of this date, held and bought; " + over.have()
                        + " are held or bought.")
                .with("mostSeats", over.most())
                .with("have", over.have())
                .with("seats", refused(seats, terms, "limit"));
    }

    static Problem.Draft oneHoldAPass(SeatHold hold) {
        return Problem.of(409, "one-hold-a-pass", "One hold at a time")
                .detail("Other seats are held until " + hold.expiresAt()
                        + ". POST /v1/payments buys them, DELETE /v1/seat-holds/" + hold.holdId() + " gives them back.")
                .with("holdID", hold.holdId())
                .with("heldUntil", hold.expiresAt());
    }

    static Problem.Draft passUsed(SeatHold hold) {
        return Problem.of(409, "pass-ended", "The pass has ended")
                .detail(
                        "Seats were bought with it. For more, POST /v1/queue gives another place in the line, at its end.")
                .with("holdID", hold.holdId());
    }

    private static List<RefusedSeat> refused(List<Integer> seats, DateTerms terms, String reason) {
        return seats.stream()
                .map(seat -> new RefusedSeat(terms.seats().get(seat).guid(), reason))
                .toList();
    }

    static Problem.Draft noneTogether(int seats) {
        return Problem.of(409, "none-together", "Not side by side")
                .detail(
                        seats == 1
                                ? "No such seat is free."
                                : "There are no " + seats
                                        + " free seats side by side. Try fewer, or another category.");
    }

    static Problem.Draft othersWereQuicker() {
        return Problem.of(503, "others-were-quicker", "Others were quicker")
                .detail("Each block of seats that was tried had just been taken. Ask again.")
                .retryAfterMillis(1_000);
    }

    static Problem.Draft notOnSale(DateTerms terms, Instant now) {
        var reason = reason(terms, now);
        return Problem.of(409, "not-on-sale", "Not on sale")
                .detail(
                        switch (reason) {
                            case "canceled" -> "The date is canceled.";
                            case "paused" -> "The sale is paused.";
                            case "not-yet" -> "The sale opens at " + terms.saleOpensAt() + ".";
                            default -> "The sale ended at " + terms.saleClosesAt() + ".";
                        })
                .with("reason", reason)
                .with("saleOpensAt", terms.saleOpensAt());
    }

    private static String reason(DateTerms terms, Instant now) {
        if (terms.status() != Status.ON_SALE) {
            return terms.status().wire();
        }
        return now.isBefore(terms.saleOpensAt()) ? "not-yet" : "over";
    }

    static Problem.Draft notPossible(Answer.NotPossible no) {
        return switch (no.why()) {
            case ENDED ->
                Problem.of(409, "hold-ended", "Not possible any more")
                        .detail("The hold is " + no.hold().status().wire() + ", or its time is over.")
                        .with("holdStatus", no.hold().status().wire());
            case NO_REFUND ->
                Problem.of(409, "not-refundable", "Cannot be given back")
                        .detail("Tickets of this date cannot be given back, or not any more.");
            case USED ->
                Problem.of(409, "ticket-used", "Used").detail("Somebody has come in with a ticket of this hold.");
        };
    }
}
