package io.jari.seat;

import io.jari.commit.CommitMetrics;
import io.jari.commit.GroupCommitStrategy;
import io.jari.commit.OutsideLocks;
import io.jari.commit.Strategy;
import io.jari.concert.Dates;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import io.jari.db.StartRefused;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The one way in for whatever changes who has a seat. */
@ApplicationScoped
public class SeatHolds implements AutoCloseable {
    /** Optimistic transactions fail often where many want the same. */
    private static final int OPTIMISTIC_TRIES = 100;

    private static final int TRIES = 20;

    private final Strategy<Integer, Command, Answer> strategy;
    private final long deadlineNanos;

    public SeatHolds(
            DataSource dataSource, Dates dates, MeterRegistry metrics, SeatSettings settings, OutsideLocks locks) {
        this.strategy = strategy(dataSource, dates, new CommitMetrics(metrics, "seat"), settings, locks);
        this.deadlineNanos = TimeUnit.MILLISECONDS.toNanos(settings.deadlineMillis());
    }

    private static Strategy<Integer, Command, Answer> strategy(
            DataSource dataSource, Dates dates, CommitListener listener, SeatSettings settings, OutsideLocks locks) {
        return switch (settings.strategy()) {
            case "group-commit" -> {
                var locking = settings.guards().equals("off") ? Locking.OFF : Locking.HEAD;
                yield new GroupCommitStrategy<>(
                        Limits.defaults().with(settings.writers(), settings.datesPerCommit(), settings.batch()),
                        new HoldTransaction(dataSource, dates, locking),
                        listener);
            }
            case "pessimistic" -> textbook(dataSource, dates, Locking.PESSIMISTIC, settings, TRIES, listener);
            case "optimistic" -> textbook(dataSource, dates, Locking.OPTIMISTIC, settings, OPTIMISTIC_TRIES, listener);
            case "constraint" -> textbook(dataSource, dates, Locking.CONSTRAINT, settings, TRIES, listener);
            case "distributed-lock" ->
                TextbookStrategy.locked(
                        new HoldTransaction(dataSource, dates, Locking.OUTSIDE),
                        settings.connections(),
                        TRIES,
                        listener,
                        locks);
            default -> throw new StartRefused("jari.seat.strategy can't be " + settings.strategy());
        };
    }

    private static TextbookStrategy textbook(
            DataSource dataSource,
            Dates dates,
            Locking locking,
            SeatSettings settings,
            int tries,
            CommitListener listener) {
        return new TextbookStrategy(
                new HoldTransaction(dataSource, dates, locking), settings.connections(), tries, listener);
    }

    /** Never blocks. What was decided is committed; everything else says whether it may have been. */
    public CompletableFuture<Outcome<Answer>> submit(int dateId, Command command) {
        return strategy.submit(dateId, command, System.nanoTime() + deadlineNanos);
    }

    @Override
    @PreDestroy
    public void close() {
        strategy.close();
    }
}
