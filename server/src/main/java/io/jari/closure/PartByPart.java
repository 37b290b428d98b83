package io.jari.closure;

import io.jari.core.commit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The same done to many, some at a time. Every process does so; each piece of work is one's at a time, for a lease. Who comes after a
 * crash goes on; of what was done twice, the second time finds nothing to do. What cannot be decided holds up nobody: it is left for
 * another round.
 *
 * @param <D> a piece of work, taken for the time of a lease
 */
final class PartByPart<D> {
    static final long PAUSE_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(PartByPart.class);
    private static final int LEASE_MILLIS = 10_000;
    /** Under way at once: people who come meanwhile wait behind no more. */
    private static final int PART = 200;

    private static final long PART_SECONDS = 30;

    /** What cannot be decided after so many tries is left for another round, so that the others need not wait for it. */
    private static final int MOST_TRIES = 3;

    private final Work<D> work;

    PartByPart(Work<D> work) {
        this.work = work;
    }

    /** What there is to do. */
    interface Work<D> {
        /** Some work that is due. */
        Optional<D> take(int leaseMillis);

        /** The next ids that have not had their turn in this round, in their order. */
        List<String> next(D due, int most);

        CompletableFuture<? extends Outcome<?>> submit(D due, String id);

        /** Goes on where it is; empty when somebody else has taken the work since. */
        Optional<D> stay(D held, int leaseMillis);

        /** Goes on behind those that had their turn, some of which are left over; empty when somebody else has taken the work since. */
        Optional<D> advance(D held, List<String> had, List<String> left, int leaseMillis);

        /** All had their turn: that was it, or there is another round for what is left over. */
        void endRound(D due);
    }

    /** False when there was nothing to do. */
    boolean turn() throws InterruptedException, ExecutionException {
        var taken = work.take(LEASE_MILLIS);
        for (var due = taken; due.isPresent(); ) {
            due = part(due.get());
        }
        return taken.isPresent();
    }

    /** One part; what is left to do, if it is still ours. */
    private Optional<D> part(D due) throws InterruptedException, ExecutionException {
        var next = work.next(due, PART);
        if (next.isEmpty()) {
            work.endRound(due);
            return Optional.empty();
        }
        var held = due;
        var left = undecided(held, next);
        for (var tries = 1; tries < MOST_TRIES && !left.isEmpty(); tries++) {
            Thread.sleep(PAUSE_MILLIS);
            var longer = work.stay(held, LEASE_MILLIS);
            if (longer.isEmpty()) {
                return longer;
            }
            held = longer.get();
            left = undecided(held, left);
        }
        if (!left.isEmpty()) {
            LOG.warnf("%d of %s are not decided yet", left.size(), due);
        }
        return work.advance(held, next, left, LEASE_MILLIS);
    }

    /** Has them done; those of which it is not known. */
    private List<String> undecided(D due, List<String> ids) throws InterruptedException, ExecutionException {
        var answers = ids.stream().map(id -> work.submit(due, id)).toList();
        var left = new ArrayList<String>();
        for (var i = 0; i < answers.size(); i++) {
            if (!isDecided(answers.get(i))) {
                left.add(ids.get(i));
            }
        }
        return left;
    }

    private static boolean isDecided(CompletableFuture<? extends Outcome<?>> answer)
            throws InterruptedException, ExecutionException {
        try {
            return answer.get(PART_SECONDS, TimeUnit.SECONDS) instanceof Outcome.Decided<?>;
        } catch (TimeoutException _) {
            return false;
        }
    }
}
