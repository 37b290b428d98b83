package io.jari.board;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.concert.Dates;
import io.jari.db.Lineage;
import io.jari.round.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the seats of the dates asked for stand, in memory: bounded, at most a second old, following the database by versions. Only the
 * database gives a seat.
 */
@Singleton
public final class SeatBoards {
    private static final long POLL_MILLIS = 200;

    /** Without versions to follow, boards are read anew so often. */
    private static final int POLLS_A_READING = 4;

    /** Boards being read at once; whoever asks for one more is told to come again. */
    private static final int MOST_READINGS = 64;

    private final DataSource dataSource;
    private final BoardReading reading;
    private final boolean versioned;
    private final AsyncLoadingCache<Integer, Board> boards;
    private final AtomicInteger readings = new AtomicInteger();
    private final Rounds polls = new Rounds("seat-boards", "seats are not followed for now", POLL_MILLIS, this::follow);
    private volatile long polledNanos = System.nanoTime();
    private int round;

    /**
     * @param cacheBytes how much memory the boards of all dates may take
     * @param strategy textbook strategies raise no versions, so under them boards are read again every second
     */
    public SeatBoards(
            DataSource dataSource,
            Dates dates,
            MeterRegistry metrics,
            @ConfigProperty(name = "jari.board.bytes", defaultValue = "100000000") long cacheBytes,
            @ConfigProperty(name = "jari.seat.strategy", defaultValue = "group-commit") String strategy) {
        this.dataSource = dataSource;
        this.versioned = strategy.equals("group-commit");
        this.reading = new BoardReading(dates, versioned);
        this.boards = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Integer _, Board board) -> board.bytes())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(loader());
        Gauge.builder("jari.board.boards", boards, b -> b.synchronous().estimatedSize())
                .description("dates whose seats are in memory")
                .register(metrics);
        Gauge.builder("jari.board.age", this, b -> (System.nanoTime() - b.polledNanos) / 1e9)
                .description("seconds since the database was last asked what has changed")
                .register(metrics);
        polls.start();
    }

    /** The date's board, at once when it is in memory; empty when there is no such date. */
    public CompletableFuture<Optional<Board>> of(int dateId) {
        var known = peek(dateId);
        if (known != null) {
            return CompletableFuture.completedFuture(Optional.of(known));
        }
        if (readings.get() >= MOST_READINGS) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("too many boards are being read"));
        }
        return boards.get(dateId).thenApply(Optional::ofNullable);
    }

    /** The date's board when it is in memory, else null; never waits. */
    public @Nullable Board peek(int dateId) {
        var known = boards.getIfPresent(dateId);
        return known == null || !known.isDone() || known.isCompletedExceptionally() ? null : known.join();
    }

    /** Seats available of each category; empty when there is no such date. */
    public CompletableFuture<Optional<int[]>> left(int dateId) {
        return of(dateId).thenApply(board -> board.map(Board::available));
    }

    /** Caffeine takes null for what is not there. What is not there is not remembered: it may be made any time. */
    @SuppressWarnings("NullAway")
    private CacheLoader<Integer, Board> loader() {
        return dateId -> {
            readings.incrementAndGet();
            try (var connection = dataSource.getConnection()) {
                return read(connection, dateId);
            } finally {
                readings.decrementAndGet();
            }
        };
    }

    private @Nullable Board read(Connection connection, int dateId) throws SQLException {
        return reading.read(connection, dateId).orElse(null);
    }

    /** One round: asks what has become of all boards in memory. */
    private boolean follow() throws SQLException {
        var watched = new HashMap<>(boards.synchronous().asMap());
        var begun = System.nanoTime();
        if (!watched.isEmpty()) {
            try (var connection = dataSource.getConnection()) {
                if (versioned) {
                    followVersions(connection, watched);
                } else if (round++ % POLLS_A_READING == 0) {
                    for (var known : watched.entrySet()) {
                        readAgain(connection, known.getKey(), known.getValue());
                    }
                }
            }
        }
        polledNanos = begun;
        return false;
    }

    private void followVersions(Connection connection, Map<Integer, Board> watched) throws SQLException {
        var lineage = Lineage.now(connection);
        for (var entry : watched.entrySet()) {
            if (!entry.getValue().lineage().equals(lineage)) {
                readAgain(connection, entry.getKey(), entry.getValue());
            }
        }
        var known = watched.entrySet().stream()
                .filter(e -> e.getValue().lineage().equals(lineage))
                .toList();
        var ids = known.stream().mapToInt(Map.Entry::getKey).toArray();
        var versions = known.stream().mapToLong(e -> e.getValue().version()).toArray();
        Map<Integer, List<BoardStore.Step>> news = new LinkedHashMap<>();
        for (var step : BoardStore.since(connection, ids, versions)) {
            news.computeIfAbsent(step.dateId(), _ -> new ArrayList<>()).add(step);
        }
        for (var entry : known) {
            var before = entry.getValue();
            var steps = news.get(entry.getKey());
            if (steps == null) {
                continue;
            }
            if (leads(before, steps)) {
                replace(entry.getKey(), before, before.then(steps.getLast().version(), steps));
            } else {
                readAgain(connection, entry.getKey(), before);
            }
        }
    }

    /** Whether these versions say all there is to know. */
    private static boolean leads(Board board, List<BoardStore.Step> steps) {
        var last = steps.getLast();
        return last.version() == last.headVersion()
                && last.ratesVersion() == board.ratesVersion()
                && steps.stream().allMatch(step -> step.pairs() != null);
    }

    private void readAgain(Connection connection, int dateId, Board before) throws SQLException {
        var now = read(connection, dateId);
        if (now == null) {
            boards.synchronous().invalidate(dateId);
        } else {
            replace(dateId, before, now);
        }
    }

    /** Only where it still is what it was: what has left memory meanwhile does not come back. */
    private void replace(int dateId, Board before, Board now) {
        boards.synchronous().asMap().replace(dateId, before, now);
    }

    @PreDestroy
    void close() {
        polls.close();
    }
}
