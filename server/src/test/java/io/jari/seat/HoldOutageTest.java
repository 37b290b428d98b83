package io.jari.seat;

import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import io.jari.outage.Outage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody was there for ten minutes; holds had two minutes left when that began. */
class HoldOutageTest {
    private TestHall hall;
    private Outage outage;

    @BeforeEach
    void outage() throws Exception {
        hall = TestHall.with(TestPostgres.fresh(), 20);
        hall.execute("delete from job where name = 'heartbeat'");
        outage = new Outage(hall.dataSource(), List.of(new HoldTimes()));
        outage.repair();
        try (var strategy = strategy("head", hall.dataSource())) {
            answer(strategy, hall, hold("alive", 1, 0));
            answer(strategy, hall, hold("over", 2, 1));
        }
        hall.execute("""
                update seat_hold set expires_at = jari_now() - interval '8 minutes' where hold_id = 'alive';
                update seat_hold set expires_at = jari_now() - interval '11 minutes' where hold_id = 'over';
                update job set done_at = done_at - interval '10 minutes', note = (note::timestamptz - interval '10 minutes')::text
                 where name = 'heartbeat'
                """);
    }

    private Answer want(String guards, String id, int seat) throws Exception {
        try (var strategy = strategy(guards, hall.dataSource())) {
            return answer(strategy, hall, hold(id, 3, seat));
        }
    }

    @Test
    void whoeverIsPastTheirTimeOnlyByTheOutageKeepsTheirSeats() throws Exception {
        assertThat(want("head", "a", 0)).isEqualTo(new Answer.Taken(List.of(0)));
        assertThat(want("head", "b", 1)).as("nor is it known yet who else is").isEqualTo(new Answer.Taken(List.of(1)));
        assertThat(outage.repair()).isOne();
        assertThat(
                        hall.count(
                                "select round(extract(epoch from expires_at - jari_now()) / 60) from seat_hold where hold_id = 'alive'"))
                .isEqualTo(2);
        assertThat(want("head", "c", 0)).isEqualTo(new Answer.Taken(List.of(0)));
        assertThat(want("head", "d", 1)).isInstanceOf(Answer.Held.class);
    }

    /** The twin: whoever does not ask whether the outage was made up for takes the seats. */
    @Test
    void withoutGuardsTheirSeatsAreLost() throws Exception {
        assertThat(want("off", "a", 0)).isInstanceOf(Answer.Held.class);
    }
}
