package io.jari.queue;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.core.queue.AdmissionSteps;
import io.jari.core.queue.LineState;
import io.jari.db.DatabaseClock;
import io.jari.db.Lineage;
import io.jari.round.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the lines asked for stand, in memory: bounded, at most a second old, following the database by versions. A date without a queue is a
 * line that lets everyone through, and followed like the others: one may be made any time.
 */
@Singleton
public final class Lines {
    private static final long POLL_MILLIS = 200;

    /** Lines being read at once; whoever asks for one more is told to come again. */
    private static final int MOST_READINGS = 64;

    /** A line that nobody has asked for since, and that has not changed, is followed no more. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /** More than it takes in memory: each is asked for in each round, so there must not be too many. */
    private static final int BYTES_OF_LINE = 8_000;

    private static final int BYTES_OF_STEP = 52;
    private static final int BYTES_OF_DRAWN_TICKET = 4;

    private final DataSource dataSource;
    private final DatabaseClock clock;
    private final Ranks ranks;
    private final AsyncLoadingCache<Integer, Line> lines;
    private final AtomicInteger readings = new AtomicInteger();
    private final Rounds polls = new Rounds("lines", "lines are not followed for now", POLL_MILLIS, this::follow);
    private volatile long polledNanos = System.nanoTime();

    /** @param cacheBytes how much memory the lines of all dates may take; 5,000 lines at most by default */
    public Lines(
            DataSource dataSource,
            DatabaseClock clock,
            Ranks ranks,
            MeterRegistry metrics,
            @ConfigProperty(name = "jari.queue.bytes", defaultValue = "40000000") long cacheBytes) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.ranks = ranks;
        this.lines = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Integer _, Line line) -> bytes(line))
                .expireAfterAccess(FORGOTTEN)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(loader());
        Gauge.builder("jari.queue.lines", lines, l -> l.synchronous().estimatedSize())
                .description("dates whose lines are in memory, also those that let everyone through")
                .register(metrics);
        Gauge.builder("jari.queue.age", this, l -> (System.nanoTime() - l.polledNanos) / 1e9)
                .description("seconds since the database was last asked what has become of the lines")
                .register(metrics);
        polls.start();
    }

    private static int bytes(Line line) {
        var drawn = line.drawn();
        var places = drawn == null ? 0 : BYTES_OF_DRAWN_TICKET * drawn.tickets();
        return (int) Math.min(
                Integer.MAX_VALUE,
                BYTES_OF_LINE + BYTES_OF_STEP * line.state().steps().size() + places);
    }

    /** The date's line, at once when it is in memory; empty when there is no such date. */
    public CompletableFuture<Optional<Line>> of(int dateId) {
        var known = peek(dateId);
        if (known != null) {
            return CompletableFuture.completedFuture(Optional.of(known));
        }
        if (readings.get() >= MOST_READINGS) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("too many lines are being read"));
        }
        return lines.get(dateId).thenApply(Optional::ofNullable);
    }

    /** The date's line when it is in memory, else null; never waits. */
    public @Nullable Line peek(int dateId) {
        var known = lines.getIfPresent(dateId);
        return known == null || !known.isDone() || known.isCompletedExceptionally() ? null : known.join();
    }

    /** Caffeine takes null for what is not there. A date that is not there is not remembered: it may be made any time. */
    @SuppressWarnings("NullAway")
    private CacheLoader<Integer, Line> loader() {
        return dateId -> {
            readings.incrementAndGet();
            try (var connection = dataSource.getConnection()) {
                return read(connection, dateId);
            } finally {
                readings.decrementAndGet();
            }
        };
    }

    private @Nullable Line read(Connection connection, int dateId) throws SQLException {
        return LineStore.read(connection, dateId)
                .map(found -> line(found, found.lineage(), LineState.OFF, AdmissionSteps.none(), null))
                .orElse(null);
    }

    /** One round: asks what has become of all lines in memory. */
    private boolean follow() throws SQLException {
        var watched = new HashMap<>(lines.synchronous().asMap());
        var begun = System.nanoTime();
        if (!watched.isEmpty()) {
            try (var connection = dataSource.getConnection()) {
                var lineage = Lineage.now(connection);
                for (var entry : Map.copyOf(watched).entrySet()) {
                    if (!entry.getValue().lineage().equals(lineage)) {
                        watched.remove(entry.getKey());
                        readAgain(connection, entry.getValue());
                    }
                }
                followVersions(connection, watched);
            }
        }
        polledNanos = begun;
        return false;
    }

    private void followVersions(Connection connection, Map<Integer, Line> watched) throws SQLException {
        var known = watched.values().toArray(Line[]::new);
        var ids = new int[known.length];
        var versions = new long[known.length];
        for (var i = 0; i < known.length; i++) {
            ids[i] = known[i].dateId();
            versions[i] = known[i].version();
        }
        for (var found : LineStore.since(connection, ids, versions)) {
            @Nullable Line before = watched.remove(found.dateId());
            if (before != null) {
                replace(before, then(before, found));
            }
        }
        var now = clock.millis();
        for (var line : watched.values()) {
            replace(line, line.at(now));
        }
    }

    private void readAgain(Connection connection, Line before) throws SQLException {
        var now = read(connection, before.dateId());
        if (now == null) {
            lines.synchronous().invalidate(before.dateId());
        } else {
            replace(before, now);
        }
    }

    private Line then(Line before, LineStore.Found found) {
        return line(found, before.lineage(), before.state(), before.state().steps(), before);
    }

    private Line line(
            LineStore.Found found, String lineage, LineState before, AdmissionSteps steps, @Nullable Line last) {
        var now = clock.millis();
        var state = found.state().with(steps.with(found.steps(), now)).after(before, now);
        return new Line(found.dateId(), state, found.drawn(), ranks(found.drawn(), last), lineage, found.version());
    }

    /** An order is made once, and kept for as long as its draw stands. */
    private LongUnaryOperator ranks(@Nullable Drawn drawn, @Nullable Line last) {
        if (drawn == null) {
            return LongUnaryOperator.identity();
        }
        return last != null && drawn.equals(last.drawn()) ? last.ranks() : ranks.of(drawn);
    }

    /** Only where it still is what it was: what has left memory meanwhile does not come back. */
    private void replace(Line before, Line now) {
        if (before != now) {
            lines.synchronous().asMap().replace(before.dateId(), before, now);
        }
    }

    @PreDestroy
    void close() {
        polls.close();
    }
}
