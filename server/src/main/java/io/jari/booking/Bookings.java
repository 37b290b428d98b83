package io.jari.booking;

import io.jari.commit.CommitMetrics;
import io.jari.commit.GroupCommitStrategy;
import io.jari.commit.OutsideLocks;
import io.jari.commit.Strategy;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import io.jari.rate.Tariffs;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The one way in for whatever changes what is sold. */
@ApplicationScoped
public class Bookings implements AutoCloseable {
    private final Strategy<Integer, Command, Answer> strategy;
    private final long deadlineNanos;

    public Bookings(
            DataSource dataSource,
            Tariffs tariffs,
            MeterRegistry metrics,
            BookingSettings settings,
            OutsideLocks locks) {
        this.strategy = strategy(dataSource, tariffs, metrics, settings, locks);
        this.deadlineNanos = TimeUnit.MILLISECONDS.toNanos(settings.deadlineMillis());
    }

    private static Strategy<Integer, Command, Answer> strategy(
            DataSource dataSource,
            Tariffs tariffs,
            MeterRegistry metrics,
            BookingSettings settings,
            OutsideLocks locks) {
        var listener = new CommitMetrics(metrics, "booking");
        if (settings.strategy().equals("group-commit")) {
            var limits = Limits.defaults().with(settings.writers(), settings.hotelsPerCommit(), settings.batch());
            var transaction = new GroupedTransaction(dataSource, tariffs, Guards.of(settings.guards()));
            return new GroupCommitStrategy<>(limits, transaction, listener);
        }
        var kind = TextbookStrategy.Kind.valueOf(
                settings.strategy().replace('-', '_').toUpperCase(Locale.ROOT));
        return new TextbookStrategy(kind, dataSource, tariffs, locks, settings.connections(), listener);
    }

    /** Never blocks. What was decided is committed; everything else says whether it may have been. */
    public CompletableFuture<Outcome<Answer>> submit(int hotelId, Command command) {
        return strategy.submit(hotelId, command, System.nanoTime() + deadlineNanos);
    }

    @Override
    @PreDestroy
    public void close() {
        strategy.close();
    }
}
