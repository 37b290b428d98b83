package io.jari.seat;

import io.jari.core.seat.SeatState;

/** How staff take seats out of sale, and put them back. */
record SeatBlocks(HoldBatch batch) {

    Answer block(Command.Block c) {
        if (c.blocked()) {
            var taken = c.seats().stream().filter(this::isSomebodys).toList();
            if (!taken.isEmpty()) {
                return new Answer.Taken(taken);
            }
        }
        var change = c.seats().stream()
                .filter(seat -> (batch.seats().of(seat) == null) == c.blocked())
                .filter(seat -> c.blocked() || !isSomebodys(seat))
                .toList();
        if (!change.isEmpty()) {
            if (c.blocked()) {
                batch.seats().block(change);
            } else {
                batch.seats().unblock(change);
            }
            var action = c.blocked() ? "seats.blocked" : "seats.unblocked";
            batch.tell(
                    c.actor(),
                    action,
                    Integer.toString(batch.terms().dateId()),
                    batch.journal().seats(change));
        }
        return new Answer.Blocked(change.size());
    }

    private boolean isSomebodys(int seat) {
        var claim = batch.seats().of(seat);
        return claim != null && claim.state() != SeatState.BLOCKED;
    }
}
