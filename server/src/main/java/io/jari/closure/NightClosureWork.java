package io.jari.closure;

import io.jari.booking.Answer;
import io.jari.booking.Bookings;
import io.jari.booking.Command;
import io.jari.closure.NightClosureStore.Due;
import io.jari.core.commit.Outcome;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Cancels what slept in closed nights, some at a time. Every process does so; each closure is one's at a time, for a lease. Who comes
 * after a crash goes on behind the last whole part; of what was canceled twice, the second time finds nothing to do.
 */
@ApplicationScoped
class NightClosureWork {
    private static final Logger LOG = Logger.getLogger(NightClosureWork.class);
    private static final long PAUSE_MILLIS = 500;
    private static final int LEASE_MILLIS = 10_000;
    /** Under way at once: guests who cancel or come meanwhile wait behind no more. */
    private static final int PART = 200;

    private static final long PART_SECONDS = 30;

    /** What cannot be canceled after so many tries is left for another round, so that the others need not wait for it. */
    private static final int MOST_TRIES = 3;

    private static final long ROUND_MILLIS = 5_000;
    private static final long LONGEST_ROUND_MILLIS = 600_000;

    private final Jdbi jdbi;
    private final Bookings bookings;
    private final Rounds sweeps = new Rounds("night-closures", "closed nights wait", PAUSE_MILLIS, this::turn);

    NightClosureWork(DataSource dataSource, Bookings bookings) {
        this.jdbi = Jdbi.create(dataSource);
        this.bookings = bookings;
    }

    void start(@Observes StartupEvent event) {
        sweeps.start();
    }

    /** There is something to do. */
    void wake() {
        sweeps.wake();
    }

    /** False when there was nothing to do. */
    private boolean turn() throws InterruptedException, ExecutionException {
        var taken = jdbi.withHandle(handle -> NightClosureStore.take(handle, LEASE_MILLIS));
        for (var due = taken; due.isPresent(); ) {
            due = part(due.get());
        }
        return taken.isPresent();
    }

    /** One part; what is left to do, if it is still ours. */
    private Optional<Due> part(Due due) throws InterruptedException, ExecutionException {
        var next = jdbi.withHandle(handle -> NightClosureStore.next(handle, due, PART));
        if (next.isEmpty()) {
            jdbi.useHandle(handle -> NightClosureStore.endRound(handle, due, untilNextRound(due.round())));
            return Optional.empty();
        }
        var held = due;
        var left = undecided(held, next);
        for (var tries = 1; tries < MOST_TRIES && !left.isEmpty(); tries++) {
            Thread.sleep(PAUSE_MILLIS);
            var longer = goOn(held, held.after(), List.of(), List.of());
            if (longer.isEmpty()) {
                return longer;
            }
            held = longer.get();
            left = undecided(held, left);
        }
        if (!left.isEmpty()) {
            LOG.warnf(
                    "%d reservations of hotel %d are not canceled yet",
                    left.size(), due.closure().hotelId());
        }
        return goOn(held, next.getLast(), next, left);
    }

    private Optional<Due> goOn(Due held, String after, List<String> had, List<String> left) {
        return jdbi.inTransaction(handle -> {
            var longer = NightClosureStore.advance(handle, held, after, LEASE_MILLIS);
            if (longer.isPresent() && !had.isEmpty()) {
                NightClosureStore.leave(handle, held, had, left);
            }
            return longer;
        });
    }

    private static long untilNextRound(int round) {
        return Math.min(LONGEST_ROUND_MILLIS, ROUND_MILLIS << Math.min(round, 10));
    }

    /** Cancels them; those of which it is not known. */
    private List<String> undecided(Due due, List<String> reservations) throws InterruptedException, ExecutionException {
        var closure = due.closure();
        var answers = reservations.stream()
                .map(id -> bookings.submit(
                        closure.hotelId(), new Command.CloseNights(id, closure.actor(), closure.nights())))
                .toList();
        var left = new ArrayList<String>();
        for (var i = 0; i < answers.size(); i++) {
            if (!isDecided(answers.get(i))) {
                left.add(reservations.get(i));
            }
        }
        return left;
    }

    private static boolean isDecided(CompletableFuture<Outcome<Answer>> answer)
            throws InterruptedException, ExecutionException {
        try {
            return answer.get(PART_SECONDS, TimeUnit.SECONDS) instanceof Outcome.Decided<Answer>;
        } catch (TimeoutException _) {
            return false;
        }
    }

    @PreDestroy
    void close() {
        sweeps.close();
    }
}
