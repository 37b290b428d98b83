package io.jari.queue;

import io.jari.core.queue.Joiner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in a line, and what came of it.
 *
 * @param accountId null: the device's, until somebody comes in with it
 * @param over whether another place was taken in its stead
 * @param entry null: never came in
 */
record Place(
        long ticket,
        Joiner joiner,
        @Nullable Long accountId,
        boolean over,
        @Nullable Entry entry) {

    Place of(long account) {
        return new Place(ticket, joiner, account, over, entry);
    }

    Place ended() {
        return new Place(ticket, joiner, accountId, true, entry);
    }

    Place with(Entry now) {
        return new Place(ticket, joiner, accountId, over, now);
    }

    /** Having come in. */
    record Entry(
            long rank,
            long accountId,
            Instant enteredAt,
            Instant expiresAt,
            Instant leaveBy,
            @Nullable Instant endedAt,
            @Nullable EndReason reason) {

        /** Why it is over, of one who is not inside. */
        EndReason end() {
            return reason == null ? EndReason.EXPIRED : reason;
        }

        Entry until(Instant later) {
            return new Entry(rank, accountId, enteredAt, later, leaveBy, endedAt, reason);
        }

        Entry ended(Instant at, EndReason why) {
            return new Entry(rank, accountId, enteredAt, expiresAt, leaveBy, at, why);
        }
    }
}
