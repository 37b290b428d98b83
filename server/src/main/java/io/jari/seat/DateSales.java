package io.jari.seat;

import io.jari.commit.RecentWait;
import io.jari.concert.Dates;
import io.jari.db.DatabaseClock;
import io.jari.db.Partition;
import io.jari.payment.UnderWay;
import io.jari.queue.Command.Paid;
import io.jari.queue.Command.Sale;
import io.jari.queue.Sales;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** What the waiting rooms must know of the sales behind them. */
@Singleton
public final class DateSales implements Sales {
    /** While holds wait longer than this for their commit, fewer people are let in, in proportion. */
    private static final double EASY_MILLIS = 50;

    private static final double LEAST_EASE = 0.05;

    /** Of the journal, in one look; more than one commit can write. */
    private static final int MOST_ENTRIES = 5_000;

    private final DataSource dataSource;
    private final Dates dates;
    private final DatabaseClock clock;
    private final RecentWait wait;
    /** Up to which version of each date this process has looked: what came before need not be read again. */
    private final Map<Integer, Long> looked = new ConcurrentHashMap<>();

    DateSales(DataSource dataSource, Dates dates, DatabaseClock clock, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.dates = dates;
        this.clock = clock;
        this.wait = new RecentWait(metrics, "seat");
    }

    @Override
    public Sale now(int dateId) throws SQLException {
        var terms = dates.recent(dateId);
        if (terms.isEmpty()) {
            return new Sale(false, 0, 1, 0, 0, 1);
        }
        try (var connection = dataSource.getConnection()) {
            var counts = SaleStore.counts(connection, dateId);
            return new Sale(
                    terms.get().isOnSale(clock.now()),
                    terms.get().seats().size() - counts.claimed(),
                    counts.held(),
                    counts.holding(),
                    UnderWay.count(connection, Partition.date(dateId)),
                    ease());
        }
    }

    private double ease() {
        var millis = wait.meanMillis();
        return millis <= EASY_MILLIS ? 1 : Math.max(LEAST_EASE, EASY_MILLIS / millis);
    }

    @Override
    public Paid since(int dateId, long dateVersion) throws SQLException {
        var from = Math.max(dateVersion, looked.getOrDefault(dateId, 0L));
        try (var connection = dataSource.getConnection()) {
            var sales = SaleStore.since(connection, dateId, from, MOST_ENTRIES);
            looked.put(dateId, sales.upTo());
            return new Paid(new ArrayList<>(sales.accountIds()), sales.upTo());
        }
    }
}
