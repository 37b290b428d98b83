package io.jari.follow;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.db.Lineage;
import io.jari.round.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Values of ids, in memory: bounded, read when first asked for, then following the database by versions, so that they are at most a second
 * old while it answers. Only the database decides.
 */
public final class Followed<V> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Followed.class);
    private static final long POLL_MILLIS = 200;

    /** Values being read at once; whoever asks for one more is told to come again. */
    private static final int MOST_READINGS = 64;

    /** What nobody has asked for since, and what has not changed, is followed no more. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final String what;
    private final DataSource dataSource;
    private final Source<V> source;
    private final AsyncLoadingCache<Integer, Known<V>> known;
    private final AtomicInteger readings = new AtomicInteger();
    private final Rounds polls;
    private volatile long polledNanos = System.nanoTime();

    /** Where values come from. */
    public interface Source<V> {
        /** As it stands; empty where there is none. That is not remembered: there may be one any time. */
        Optional<V> read(Connection connection, int id) throws SQLException;

        /** What has become of those that are in memory: each that has changed as it is now, or empty where it is gone. */
        Map<Integer, Optional<V>> follow(Connection connection, Map<Integer, V> known) throws SQLException;

        /** At most what it takes in memory. */
        int bytes(V value);
    }

    private record Known<V>(String lineage, V value) {}

    /**
     * @param what the values are, in the plural: for threads and messages
     * @param bytes how much memory all of them may take
     */
    public Followed(String what, DataSource dataSource, Source<V> source, long bytes) {
        this.what = what;
        this.dataSource = dataSource;
        this.source = source;
        this.polls = new Rounds(what, what + " are not followed for now", POLL_MILLIS, this::round);
        this.known = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Integer _, Known<V> value) -> source.bytes(value.value()))
                .expireAfterAccess(FORGOTTEN)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(loader());
        polls.start();
    }

    /** Tells how many there are under {@code name.what}, and how long ago the database was asked under {@code name.age}. */
    public void meter(MeterRegistry metrics, String name) {
        Gauge.builder(name + "." + what, known, k -> k.synchronous().estimatedSize())
                .description(what + " in memory")
                .register(metrics);
        Gauge.builder(name + ".age", this, f -> (System.nanoTime() - f.polledNanos) / 1e9)
                .description("seconds since the database was last asked what has become of them")
                .register(metrics);
    }

    /** At once when it is in memory; empty when there is none. Fails where too many are being read. */
    public CompletableFuture<Optional<V>> of(int id) {
        var value = peek(id);
        if (value != null) {
            return CompletableFuture.completedFuture(Optional.of(value));
        }
        if (readings.get() >= MOST_READINGS) {
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException("too many " + what + " are being read"));
        }
        return known.get(id).thenApply(read -> Optional.ofNullable(read).map(Known::value));
    }

    /** When it is in memory, else null; never waits. */
    public @Nullable V peek(int id) {
        var reading = known.getIfPresent(id);
        if (reading == null || !reading.isDone() || reading.isCompletedExceptionally()) {
            return null;
        }
        var read = reading.join(); // for a moment also that there is none
        return read == null ? null : read.value();
    }

    /** Caffeine takes null for what is not there. */
    @SuppressWarnings("NullAway")
    private CacheLoader<Integer, Known<V>> loader() {
        return id -> {
            readings.incrementAndGet();
            try (var connection = dataSource.getConnection()) {
                // Before the value: where another begins between the two, it is read once more.
                var lineage = Lineage.now(connection);
                return source.read(connection, id)
                        .map(value -> new Known<>(lineage, value))
                        .orElse(null);
            } finally {
                readings.decrementAndGet();
            }
        };
    }

    /** Asks now: this process has changed something, and whoever did so sees it. What cannot be read is read in the next round. */
    public void follow() {
        try {
            round();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("%s are not read at once: %s", what, e);
        }
    }

    /** One round: asks what has become of all that are in memory. One at a time, so that what is older never comes last. */
    private synchronized boolean round() throws SQLException {
        var before = Map.copyOf(known.synchronous().asMap());
        var begun = System.nanoTime();
        if (!before.isEmpty()) {
            try (var connection = dataSource.getConnection()) {
                var lineage = Lineage.now(connection);
                var followed = new HashMap<Integer, V>();
                for (var entry : before.entrySet()) {
                    var id = entry.getKey();
                    if (entry.getValue().lineage().equals(lineage)) {
                        followed.put(id, entry.getValue().value());
                    } else {
                        replace(id, entry.getValue(), source.read(connection, id), lineage);
                    }
                }
                source.follow(connection, followed)
                        .forEach((id, now) -> replace(id, Objects.requireNonNull(before.get(id)), now, lineage));
            }
        }
        polledNanos = begun;
        return false;
    }

    /** Only where it still is what it was: what has left memory meanwhile does not come back. */
    private void replace(int id, Known<V> before, Optional<V> now, String lineage) {
        if (now.isEmpty()) {
            known.synchronous().asMap().remove(id, before);
        } else {
            known.synchronous().asMap().replace(id, before, new Known<>(lineage, now.get()));
        }
    }

    @Override
    public void close() {
        polls.close();
    }
}
