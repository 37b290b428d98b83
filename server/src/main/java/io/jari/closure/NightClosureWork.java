package io.jari.closure;

import io.jari.booking.Answer;
import io.jari.booking.Bookings;
import io.jari.booking.Command;
import io.jari.closure.NightClosureStore.Due;
import io.jari.core.commit.Outcome;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
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

    private final Jdbi jdbi;
    private final Bookings bookings;
    private final Semaphore wake = new Semaphore(0);
    private final Thread sweeper =
            Thread.ofPlatform().daemon().name("night-closures").unstarted(this::sweep);

    NightClosureWork(DataSource dataSource, Bookings bookings) {
        this.jdbi = Jdbi.create(dataSource);
        this.bookings = bookings;
    }

    void start(@Observes StartupEvent event) {
        sweeper.start();
    }

    /** There is something to do. */
    void wake() {
        wake.release();
    }

    private void sweep() {
        var failing = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!turn()) {
                    var _ = wake.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | ExecutionException | TimeoutException e) {
                if (!failing) {
                    LOG.warnf("closed nights wait: %s", e.getMessage());
                }
                failing = true;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            }
        }
    }

    /** False when there was nothing to do. */
    private boolean turn() throws InterruptedException, ExecutionException, TimeoutException {
        var taken = jdbi.withHandle(handle -> NightClosureStore.take(handle, LEASE_MILLIS));
        for (var due = taken; due.isPresent(); ) {
            due = part(due.get());
        }
        return taken.isPresent();
    }

    /** One part; what is left to do, if it is still ours. */
    private Optional<Due> part(Due due) throws InterruptedException, ExecutionException, TimeoutException {
        var next = jdbi.withHandle(handle -> NightClosureStore.next(handle, due, PART));
        if (next.isEmpty()) {
            jdbi.useHandle(handle -> NightClosureStore.end(handle, due));
            return Optional.empty();
        }
        cancel(due, next);
        return jdbi.withHandle(handle -> NightClosureStore.advance(handle, due, next.getLast(), LEASE_MILLIS));
    }

    private void cancel(Due due, List<String> reservations)
            throws InterruptedException, ExecutionException, TimeoutException {
        var closure = due.closure();
        var answers = reservations.stream()
                .map(id -> bookings.submit(
                        closure.hotelId(), new Command.CloseNights(id, closure.actor(), closure.nights())))
                .toList();
        for (var answer : answers) {
            if (!(answer.get(PART_SECONDS, TimeUnit.SECONDS) instanceof Outcome.Decided<Answer>)) {
                throw new IllegalStateException("hotel " + closure.hotelId() + " has too much to do");
            }
        }
    }

    @PreDestroy
    void close() {
        sweeper.interrupt();
    }
}
