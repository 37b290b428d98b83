package io.jari.seat;

import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPool;
import io.jari.db.TestPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Statements are planned when a sale begins and nothing is sold yet: they must serve when nearly everything is, before any statistics. */
class FirstSaleTest {
    private static final int SOLD_MEANWHILE = 5_000;
    private static final int HOLDS = 20;

    @Test
    void holdsReadNoMoreOnceManySeatsAreSold() throws Exception {
        var url = TestPostgres.freshUrl();
        var database = url.dataSource();
        var hall = TestHall.with(database, 100 + SOLD_MEANWHILE);
        // so that every statement was prepared by whoever sends it
        try (var pool = TestPool.ofOne(url)) {
            hall.execute("alter table seat_hold set (autovacuum_enabled = off)");
            hall.execute("alter table seat_claim set (autovacuum_enabled = off)");
            try (var strategy = strategy("head", pool)) {
                for (var i = 0; i < HOLDS; i++) {
                    answer(strategy, hall, hold("early " + i, 1 + i, i));
                }
                var early = read(hall, pool);
                sell(hall);
                var before = read(hall, pool);
                for (var i = 0; i < HOLDS; i++) {
                    answer(strategy, hall, hold("late " + i, 1_000_000 + i, 50 + i));
                }
                assertThat(read(hall, pool) - before)
                        .as("rows and index entries read for %d holds, of which the first read %d", HOLDS, early)
                        .isLessThan(SOLD_MEANWHILE / 5);
            }
        }
    }

    private static void sell(TestHall hall) {
        hall.execute("""
                insert into seat_hold (date_id, hold_id, account_id, seats, prices, currency, total, status, request_hash, created_at,
                    first_expires_at, expires_at, created_version, version)
                select %1$d, 'meanwhile ' || n, 1000 + n, array[100 + n], array[30000], 'KRW', 30000, 'held', '\\x00', jari_now(),
                    jari_now() + interval '3 minutes', jari_now() + interval '3 minutes', 0, 0
                  from generate_series(0, %2$d - 1) n;
                insert into seat_claim (date_id, seat, state, hold_id, version)
                select %1$d, 100 + n, 'held', 'meanwhile ' || n, 0 from generate_series(0, %2$d - 1) n
                """.formatted(hall.dateId(), SOLD_MEANWHILE));
    }

    /** All that was read of holds and claims so far, by index or not. */
    private static long read(TestHall hall, DataSource pool) {
        new TestHall(pool, hall.dateId()).execute("select pg_stat_force_next_flush()");
        return hall.count("""
                select (select sum(seq_tup_read) from pg_stat_user_tables where relname in ('seat_hold', 'seat_claim'))
                     + (select sum(idx_tup_read) from pg_stat_user_indexes where relname in ('seat_hold', 'seat_claim'))
                """);
    }
}
