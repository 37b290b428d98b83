package io.jari.closure;

import io.jari.closure.DateCancellationStore.Due;
import io.jari.core.commit.Outcome;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.jari.seat.Command;
import io.jari.seat.SeatHolds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Gives up what is held of canceled dates and gives back what is sold, part by part, until nothing is left. */
@ApplicationScoped
class DateCancellationWork implements PartByPart.Work<Due>, Glance {
    private static final long SHORTEST_PAUSE_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 600_000;

    private final Jdbi jdbi;
    private final SeatHolds holds;
    private final PartByPart<Due> parts = new PartByPart<>(this);
    private final Rounds sweeps =
            new Rounds("date-cancellations", "canceled dates wait", AT_LATEST_MILLIS, parts::turn);

    DateCancellationWork(DataSource dataSource, SeatHolds holds) {
        this.jdbi = Jdbi.create(dataSource);
        this.holds = holds;
    }

    void start(@Observes StartupEvent event) {
        sweeps.start();
    }

    @Override
    public String condition() {
        return DateCancellationStore.ANY_DUE;
    }

    @Override
    public void wake() {
        sweeps.wake();
    }

    @Override
    public Optional<Due> take(int leaseMillis) {
        return jdbi.withHandle(handle -> DateCancellationStore.take(handle, leaseMillis));
    }

    @Override
    public List<String> next(Due due, int most) {
        return jdbi.withHandle(handle -> DateCancellationStore.next(handle, due, most));
    }

    @Override
    public CompletableFuture<? extends Outcome<?>> submit(Due due, String holdId) {
        return holds.submit(
                due.date().dateId(), new Command.Revoke(holdId, due.date().actor()));
    }

    @Override
    public Optional<Due> stay(Due held, int leaseMillis) {
        return jdbi.withHandle(handle -> DateCancellationStore.advance(handle, held, held.after(), leaseMillis));
    }

    @Override
    public Optional<Due> advance(Due held, List<String> had, List<String> left, int leaseMillis) {
        return jdbi.withHandle(handle -> DateCancellationStore.advance(handle, held, had.getLast(), leaseMillis));
    }

    @Override
    public void endRound(Due due) {
        jdbi.useHandle(
                handle -> DateCancellationStore.endRound(handle, due, SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
    }

    @PreDestroy
    void close() {
        sweeps.close();
    }
}
