package io.jari.seat;

import io.jari.seat.SeatHold.Status;
import org.jspecify.annotations.Nullable;

/** What a pass from the waiting room is good for: one hold at a time, and one purchase. */
final class PassUse {
    private PassUse() {}

    /** Null when nothing is against it. */
    static @Nullable Answer refusal(HoldBatch batch, Command.Hold c) {
        var enteredAt = c.enteredAt();
        if (enteredAt == null) {
            return null;
        }
        var holds = batch.having(c.accountId()).toList();
        for (var hold : holds) {
            if (hold.status() == Status.SOLD && !hold.createdAt().isBefore(enteredAt)) {
                return new Answer.PassUsed(hold);
            }
        }
        for (var hold : holds) {
            if (hold.status() == Status.HELD) {
                return new Answer.OneHoldAPass(hold);
            }
        }
        return null;
    }
}
