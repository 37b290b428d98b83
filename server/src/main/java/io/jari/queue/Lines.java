package io.jari.queue;

import io.jari.core.queue.AdmissionSteps;
import io.jari.core.queue.LineState;
import io.jari.db.DatabaseClock;
import io.jari.follow.Followed;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the lines asked for stand, in memory. A date without a queue is a line that lets everyone through, and followed like the others: one
 * may be made any time.
 */
@Singleton
public final class Lines {
    private final Followed<Line> lines;

    /** @param cacheBytes how much memory the lines of all dates may take; 5,000 lines at most by default */
    public Lines(
            DataSource dataSource,
            DatabaseClock clock,
            Ranks ranks,
            MeterRegistry metrics,
            @ConfigProperty(name = "jari.queue.bytes", defaultValue = "40000000") long cacheBytes) {
        this.lines = new Followed<>("lines", dataSource, new Source(clock, ranks), cacheBytes);
        lines.meter(metrics, "jari.queue");
    }

    /** The date's line, at once when it is in memory; empty when there is no such date. */
    public CompletableFuture<Optional<Line>> of(int dateId) {
        return lines.of(dateId);
    }

    /** The date's line when it is in memory, else null; never waits. */
    public @Nullable Line peek(int dateId) {
        return lines.peek(dateId);
    }

    /** As they stand now: this process has changed one. */
    void follow() {
        lines.follow();
    }

    @PreDestroy
    void close() {
        lines.close();
    }

    private record Source(DatabaseClock clock, Ranks ranks) implements Followed.Source<Line> {
        /** More than it takes in memory: each is asked for in each round, so there must not be too many. */
        private static final int BYTES_OF_LINE = 8_000;

        private static final int BYTES_OF_STEP = 52;
        private static final int BYTES_OF_DRAWN_TICKET = 4;

        @Override
        public int bytes(Line line) {
            var drawn = line.drawn();
            var places = drawn == null ? 0 : BYTES_OF_DRAWN_TICKET * drawn.tickets();
            return (int) Math.min(
                    Integer.MAX_VALUE,
                    BYTES_OF_LINE + BYTES_OF_STEP * line.state().steps().size() + places);
        }

        @Override
        public Optional<Line> read(Connection connection, int dateId) throws SQLException {
            return LineStore.read(connection, dateId)
                    .map(found -> line(found, LineState.OFF, AdmissionSteps.none(), null));
        }

        @Override
        public Map<Integer, Optional<Line>> follow(Connection connection, Map<Integer, Line> known)
                throws SQLException {
            var all = known.values().toArray(Line[]::new);
            var ids = new int[all.length];
            var versions = new long[all.length];
            for (var i = 0; i < all.length; i++) {
                ids[i] = all[i].dateId();
                versions[i] = all[i].version();
            }
            var next = new HashMap<Integer, Optional<Line>>();
            for (var found : LineStore.since(connection, ids, versions)) {
                @Nullable Line before = known.get(found.dateId());
                if (before != null) {
                    next.put(
                            found.dateId(),
                            Optional.of(
                                    line(found, before.state(), before.state().steps(), before)));
                }
            }
            var now = clock.millis();
            for (var line : all) {
                var later = line.at(now);
                if (later != line) {
                    next.putIfAbsent(line.dateId(), Optional.of(later));
                }
            }
            return next;
        }

        private Line line(LineStore.Found found, LineState before, AdmissionSteps steps, @Nullable Line last) {
            var now = clock.millis();
            var state = found.state().with(steps.with(found.steps(), now)).after(before, now);
            return new Line(found.dateId(), state, found.drawn(), ranks(found.drawn(), last), found.version());
        }

        /** An order is made once, and kept for as long as its draw stands. */
        private LongUnaryOperator ranks(@Nullable Drawn drawn, @Nullable Line last) {
            if (drawn == null) {
                return LongUnaryOperator.identity();
            }
            return last != null && drawn.equals(last.drawn()) ? last.ranks() : ranks.of(drawn);
        }
    }
}
