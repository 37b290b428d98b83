package io.jari.queue;

import java.time.Duration;
import java.time.Instant;

/** Those inside of one queue in one batch: who comes in, stays, and goes. */
final class QueueInside {
    /** However often it is renewed, a pass ends so long after coming in: others wait. A hold needs it no longer. */
    static final Duration LONGEST_INSIDE = Duration.ofMinutes(10);

    private final QueueBatch batch;
    private final boolean counted;
    private int count;
    private long watched;
    private boolean allEnded;
    private boolean changed;

    /** @param counted whether those inside were counted, or are as they were noted last */
    QueueInside(QueueBatch batch, boolean counted) {
        this.batch = batch;
        this.counted = counted;
        this.count = counted ? batch.read().inside() : batch.queue().inside();
        this.watched = batch.queue().watchedVersion();
        if (counted && batch.read().timeIsFair()) {
            batch.read().expired().forEach(this::expire);
        }
    }

    Answer enter(Command.Enter c) {
        if (batch.queue().mode() == Mode.OFF) {
            return new Answer.NoQueue();
        }
        var place = batch.read().place(c.ticket());
        if (place == null || !isTheirs(place, c)) {
            return new Answer.Foreign();
        }
        var entry = place.entry();
        if (entry != null) {
            return has(entry) ? renew(place, entry) : new Answer.PassEnded(entry.end());
        }
        if (place.over()) {
            return new Answer.Forfeited();
        }
        var rank = batch.rank(place);
        if (rank > batch.steps().admitted()) {
            return new Answer.NotAdmitted();
        }
        if (!batch.steps().isInTime(rank)) {
            return new Answer.Forfeited();
        }
        if (batch.soldOutAt() != null) {
            return new Answer.SoldOut();
        }
        var other = batch.read().of(c.accountId());
        if (other != null && other.ticket() == place.ticket()) {
            other = null;
        }
        if (other != null && other.entry() != null && has(other.entry())) {
            return new Answer.SecondPlace();
        }
        if (count >= batch.queue().mostInside()) {
            batch.steps().foundFull(rank);
            return new Answer.Full();
        }
        return comeIn(place, rank, c.accountId());
    }

    private static boolean isTheirs(Place place, Command.Enter c) {
        if (!place.joiner().equals(c.joiner())) {
            return false;
        }
        return place.accountId() == null ? place.joiner().equals(c.device()) : place.accountId() == c.accountId();
    }

    private Answer comeIn(Place place, long rank, long accountId) {
        if (place.accountId() == null) {
            batch.bind(place, accountId);
        }
        batch.steps().entered(rank);
        count++;
        var leaveBy = batch.now().plus(LONGEST_INSIDE);
        var entry = new Place.Entry(rank, accountId, batch.now(), earlier(pass(), leaveBy), leaveBy, null, null);
        batch.move(place.ticket(), entry);
        batch.tell("account:" + accountId, "queue.entered", place.ticket(), "{\"rank\":%d}".formatted(rank));
        return new Answer.Inside(place.ticket(), batch.now(), entry.expiresAt(), leaveBy, false);
    }

    /** Never shorter than it was. */
    private Answer renew(Place place, Place.Entry entry) {
        var until = earlier(pass(), entry.leaveBy());
        if (until.isAfter(entry.expiresAt())) {
            batch.move(place.ticket(), entry.until(until));
        } else {
            until = entry.expiresAt();
        }
        return new Answer.Inside(place.ticket(), entry.enteredAt(), until, entry.leaveBy(), true);
    }

    boolean has(Place.Entry entry) {
        return !allEnded
                && entry.endedAt() == null
                && (entry.expiresAt().isAfter(batch.now()) || !batch.read().timeIsFair());
    }

    private Instant pass() {
        return batch.now().plusSeconds(batch.queue().passSeconds());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    Answer leave(Command.Leave c) {
        var place = batch.read().place(c.ticket());
        if (place == null
                || !place.joiner().equals(c.joiner())
                || (place.accountId() != null && place.accountId() != c.accountId())) {
            return new Answer.Foreign();
        }
        end(place, batch.now(), EndReason.LEFT);
        return new Answer.Done();
    }

    Answer paid(Command.Paid c) {
        for (var purchase : c.purchases()) {
            var place = batch.read().of(purchase.accountId());
            if (place != null
                    && place.entry() != null
                    && !place.entry().enteredAt().isAfter(purchase.heldAt())) {
                end(place, batch.now(), EndReason.PAID);
            }
        }
        if (c.dateVersion() > watched) {
            watched = c.dateVersion();
            changed = true;
        }
        return new Answer.Done();
    }

    private void expire(Place place) {
        var entry = place.entry();
        if (entry != null && entry.endedAt() == null) {
            batch.move(place.ticket(), entry.ended(entry.expiresAt(), EndReason.EXPIRED));
            batch.tell(QueueBatch.SYSTEM, "queue.left", place.ticket(), "{\"reason\":\"expired\"}");
        }
    }

    private void end(Place place, Instant at, EndReason why) {
        var entry = place.entry();
        if (entry != null && entry.endedAt() == null) {
            if (has(entry) || !counted) {
                count--;
            }
            batch.move(place.ticket(), entry.ended(at, why));
            batch.tell(
                    "account:" + entry.accountId(),
                    "queue.left",
                    place.ticket(),
                    "{\"reason\":\"" + why.wire() + "\"}");
        }
    }

    /** Nothing is left: nobody has anything to look for. */
    void endAll() {
        changed |= count > 0;
        allEnded = true;
        count = 0;
    }

    int count() {
        return count;
    }

    long watched() {
        return watched;
    }

    boolean allEnded() {
        return allEnded;
    }

    boolean changed() {
        return changed;
    }
}
