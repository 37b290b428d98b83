package io.jari.closure;

import io.jari.booking.Bookings;
import io.jari.booking.Command;
import io.jari.closure.NightClosureStore.Due;
import io.jari.core.commit.Outcome;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Cancels what slept in closed nights, part by part. What is left over waits for another round, with growing pauses. */
@ApplicationScoped
class NightClosureWork implements PartByPart.Work<Due>, Glance {
    private static final long ROUND_MILLIS = 5_000;
    private static final long LONGEST_ROUND_MILLIS = 600_000;

    private final Jdbi jdbi;
    private final Bookings bookings;
    private final PartByPart<Due> parts = new PartByPart<>(this);
    private final Rounds sweeps = new Rounds("night-closures", "closed nights wait", AT_LATEST_MILLIS, parts::turn);

    NightClosureWork(DataSource dataSource, Bookings bookings) {
        this.jdbi = Jdbi.create(dataSource);
        this.bookings = bookings;
    }

    void start(@Observes StartupEvent event) {
        sweeps.start();
    }

    @Override
    public String condition() {
        return NightClosureStore.ANY_DUE;
    }

    @Override
    public void wake() {
        sweeps.wake();
    }

    @Override
    public Optional<Due> take(int leaseMillis) {
        return jdbi.withHandle(handle -> NightClosureStore.take(handle, leaseMillis));
    }

    @Override
    public List<String> next(Due due, int most) {
        return jdbi.withHandle(handle -> NightClosureStore.next(handle, due, most));
    }

    @Override
    public CompletableFuture<? extends Outcome<?>> submit(Due due, String reservationId) {
        var closure = due.closure();
        return bookings.submit(
                closure.hotelId(), new Command.CloseNights(reservationId, closure.actor(), closure.nights()));
    }

    @Override
    public Optional<Due> stay(Due held, int leaseMillis) {
        return jdbi.withHandle(handle -> NightClosureStore.advance(handle, held, held.after(), leaseMillis));
    }

    @Override
    public Optional<Due> advance(Due held, List<String> had, List<String> left, int leaseMillis) {
        return jdbi.inTransaction(handle -> {
            var longer = NightClosureStore.advance(handle, held, had.getLast(), leaseMillis);
            if (longer.isPresent()) {
                NightClosureStore.leave(handle, held, had, left);
            }
            return longer;
        });
    }

    @Override
    public void endRound(Due due) {
        var pause = Math.min(LONGEST_ROUND_MILLIS, ROUND_MILLIS << Math.min(due.round(), 10));
        jdbi.useHandle(handle -> NightClosureStore.endRound(handle, due, pause));
    }

    @PreDestroy
    void close() {
        sweeps.close();
    }
}
