package io.jari.seat;

import io.jari.commit.RecentWait;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.db.DatabaseClock;
import io.jari.db.Partition;
import io.jari.payment.UnderWay;
import io.jari.queue.Command.Paid;
import io.jari.queue.Command.Sale;
import io.jari.queue.Sales;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** What the waiting rooms must know of the sales behind them. */
@Singleton
public final class DateSales implements Sales {
    /** While holds wait longer than this for their commit, fewer people are let in, in proportion. */
    private static final double EASY_MILLIS = 50;

    private static final double LEAST_EASE = 0.05;

    /** Counting a hall reads all that is held in it: while it sells, so long one count does for all looks, at least. */
    private static final long COUNT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** And this many times as long as the last count took, so that a full hall does not slow its own sale down. */
    private static final int COUNT_SELDOM = 20;

    /** Of the journal, in one look; more than one commit can write. */
    private static final int MOST_ENTRIES = 5_000;

    private final DataSource dataSource;
    private final Dates dates;
    private final DatabaseClock clock;
    private final RecentWait wait;
    private final Map<Integer, Seen> seen = new ConcurrentHashMap<>();

    /**
     * What this process saw of a date at a version.
     *
     * @param counted the version at which it was counted
     * @param dueNanos when it may be counted again
     * @param looked purchases up to this version are known to the queue, or there were none
     */
    private record Seen(long version, SaleStore.Counts counts, long counted, long dueNanos, long looked) {
        boolean countsAt(long present, long now) {
            return counted == present || now - dueNanos < 0;
        }
    }

    DateSales(DataSource dataSource, Dates dates, DatabaseClock clock, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.dates = dates;
        this.clock = clock;
        this.wait = new RecentWait(metrics, "seat");
    }

    @Override
    public Look look(int dateId, long since) throws SQLException {
        var terms = dates.recent(dateId);
        if (terms.isEmpty() || isOver(terms.get())) {
            return new Look(new Sale(false, 0, 0, 0, 0, 1), new Paid(List.of(), since));
        }
        try (var connection = dataSource.getConnection()) {
            var version = SaleStore.version(connection, dateId);
            var before = seen.get(dateId);
            if (before != null && before.version() > version) {
                before = null; // a backup was restored
            }
            var now = System.nanoTime();
            var known = before != null && before.countsAt(version, now) ? before : null;
            var counts = known == null ? SaleStore.counts(connection, dateId) : known.counts();
            var took = System.nanoTime() - now;
            var from = Math.max(since, before == null ? 0 : before.looked());
            var paid = from >= version
                    ? new Paid(List.of(), from)
                    : SaleStore.since(connection, dateId, from, MOST_ENTRIES);
            // Whoever bought is looked for again until the queue says that it knows.
            seen.put(
                    dateId,
                    new Seen(
                            version,
                            counts,
                            known == null ? version : known.counted(),
                            known == null ? now + Math.max(COUNT_NANOS, COUNT_SELDOM * took) : known.dueNanos(),
                            paid.purchases().isEmpty() ? paid.dateVersion() : from));
            return new Look(sale(connection, terms.get(), counts), paid);
        }
    }

    private boolean isOver(DateTerms terms) {
        return terms.status() == DateTerms.Status.CANCELED || terms.isOver(clock.now());
    }

    private Sale sale(Connection connection, DateTerms terms, SaleStore.Counts counts) throws SQLException {
        return new Sale(
                terms.isOnSale(clock.now()),
                terms.seats().size() - counts.claimed(),
                counts.held(),
                counts.holding(),
                UnderWay.count(connection, Partition.date(terms.dateId())),
                ease());
    }

    private double ease() {
        var millis = wait.meanMillis();
        return millis <= EASY_MILLIS ? 1 : Math.max(LEAST_EASE, EASY_MILLIS / millis);
    }
}
