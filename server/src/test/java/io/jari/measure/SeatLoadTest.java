package io.jari.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.commit.LockSettings;
import io.jari.commit.OutsideLocks;
import io.jari.concert.Dates;
import io.jari.concert.DemoConcert;
import io.jari.db.TestPostgres;
import io.jari.measure.ClosedLoop.Told;
import io.jari.seat.SeatHolds;
import io.jari.seat.SeatSettings;
import io.jari.setting.Usual;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Strategies are tried one after the other, on the same seats: what one left behind must not slow the next. */
class SeatLoadTest {
    private static final int CLIENTS = 4;
    private static final int SEATS = 500;
    private static final int ROUNDS = 8;

    private final DataSource database = TestPostgres.fresh();

    SeatLoadTest() throws SQLException {
        Jdbi.create(database).useTransaction(handle -> DemoConcert.make(handle, Instant.now()));
    }

    @Test
    void whoRestsHasGivenBackAllThatWasHeld() {
        try (var holds = holds()) {
            assertThat(rounds(holds, true)).containsExactly(Told.ACCEPTED);
            assertThat(stillHeld()).isZero();
        }
    }

    @Test
    void whoDoesNotMeetsTheLimitOfWhatOneMayHave() {
        try (var holds = holds()) {
            assertThat(rounds(holds, false)).contains(Told.FAILED);
        }
    }

    /** Each with a load of its own, as each number of connections is tried. */
    private static Set<Told> rounds(SeatHolds holds, boolean rest) {
        var told = new HashSet<Told>();
        for (var round = 0; round < ROUNDS; round++) {
            var load = new SeatLoad(holds, List.of(1), SEATS, CLIENTS);
            for (var client = 0; client < CLIENTS; client++) {
                var answer = load.fire(client).join();
                while (answer == Told.REFUSED) { // others hold those seats
                    answer = load.fire(client).join();
                }
                told.add(answer);
            }
            if (rest) {
                load.rest();
            }
        }
        return told;
    }

    private int stillHeld() {
        return Jdbi.create(database)
                .withHandle(handle -> handle.createQuery("select count(*) from seat_hold where status = 'held'")
                        .mapTo(Integer.class)
                        .one());
    }

    private SeatHolds holds() {
        var locks = new OutsideLocks(Usual.with(LockSettings.class, Map.of("classpath", "", "type", "")));
        return new SeatHolds(
                database, new Dates(database), new SimpleMeterRegistry(), Usual.of(SeatSettings.class), locks);
    }
}
