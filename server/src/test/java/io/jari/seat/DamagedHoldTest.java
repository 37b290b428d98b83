package io.jari.seat;

import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.deadline;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.commit.TestLocks;
import io.jari.concert.Dates;
import io.jari.core.commit.Outcome;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.outage.Outage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three holds past their time. The claims of one were changed by hand, so that it cannot be ended: nobody else may feel it. */
class DamagedHoldTest {
    private DataSource database;
    private TestHall hall;

    @BeforeEach
    void hall() throws Exception {
        database = TestPostgres.fresh();
        hall = TestHall.with(database, 100);
        try (var strategy = strategy("head", database)) {
            answer(strategy, hall, hold("bad", 1, 0, 1));
            answer(strategy, hall, hold("good", 2, 2, 3));
            answer(strategy, hall, hold("late", 3, 4, 5));
        }
        new MovableClock(database).offset(Duration.ofMinutes(9));
    }

    private void damage(String sql) {
        hall.execute(sql.formatted(hall.dateId()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from seat_claim where date_id = %d and seat = 0",
                "update seat_claim set hold_id = 'nobody' where date_id = %d and seat = 0"
            })
    void itFailsAloneInItsBatch(String sql) throws Exception {
        damage(sql);
        try (var strategy = strategy("head", database);
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select from partition_head where kind = 2 and id = %d for update".formatted(hall.dateId()));
            // Whoever comes first waits for the head; the others become one batch meanwhile.
            var outcomes = List.of(
                            new Command.CheckIn("good", 9, "north", "account:4"),
                            new Command.Expire("good"),
                            new Command.Expire("bad"),
                            hold("guest", 7, 0, 1),
                            hold("other", 8, 20, 21),
                            new Command.Expire("late"))
                    .stream()
                    .map(command -> strategy.submit(hall.dateId(), command, deadline()))
                    .toList();
            connection.rollback();
            assertThat(outcomes.get(2).get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Failed.class);
            for (var i : new int[] {1, 4, 5}) {
                assertThat(outcomes.get(i).get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Decided.class);
            }
        }
        assertThat(statuses()).isEqualTo("bad held, good expired, late expired, other held");
    }

    private String statuses() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select string_agg(hold_id || ' ' || status, ', ' order by hold_id) from seat_hold where hold_id <> 'guest'")) {
            row.next();
            return row.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatCannotBeEndedIsLeftAloneForAWhile() throws Exception {
        damage("delete from seat_claim where date_id = %d and seat = 0");
        hall.execute("update seat_hold set expires_at = expires_at + interval '1 hour' where hold_id = 'late'");
        var metrics = new SimpleMeterRegistry();
        var failed = metrics.counter("jari.commit.undecided", "of", "seat", "outcome", "Failed");
        try (var holds = new SeatHolds(database, new Dates(database), metrics, new TestSettings(), TestLocks.NAMED)) {
            var expiry = new HoldExpiry(holds, new HoldLookup(database), new Outage(database, List.of()));
            expiry.turn();
            assertThat(statuses()).isEqualTo("bad held, good expired, late held");
            assertThat(failed.count()).isOne();
            hall.execute("update seat_hold set expires_at = expires_at - interval '1 hour' where hold_id = 'late'");
            expiry.turn();
            assertThat(statuses()).isEqualTo("bad held, good expired, late expired");
            assertThat(failed.count()).as("nobody asked for it again").isOne();
        }
    }
}
