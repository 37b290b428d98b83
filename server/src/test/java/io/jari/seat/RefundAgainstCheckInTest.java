package io.jari.seat;

import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.begin;
import static io.jari.seat.TestStrategies.captured;
import static io.jari.seat.TestStrategies.deadline;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.commit.Outcome;
import io.jari.db.TestPostgres;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Through one process guests give their tickets back while through another the door lets them in. */
class RefundAgainstCheckInTest {
    private static final int TICKETS = 60;

    private final TestHall hall = TestHall.with(TestPostgres.fresh(), TICKETS);

    @Test
    void nobodyComesInOnATicketThatWasGivenBack() throws Exception {
        rush("head");
        assertThat(both()).isZero();
        assertThat(hall.count("select count(*) from ticket_use")
                        + hall.count("select count(*) from seat_hold where status = 'refunded'"))
                .isEqualTo(TICKETS);
        assertThat(hall.seats("sold")).isEqualTo(hall.count("select count(*) from ticket_use"));
        assertThat(hall.journaled("ticket.used")).isEqualTo(hall.count("select count(*) from ticket_use"));
    }

    /** The twin. */
    @Test
    void withoutTheHeadsLockSomebodyDoes() throws Exception {
        var both = 0L;
        for (var tries = 0; tries < 20 && both == 0; tries++) {
            hall.execute(
                    "delete from ticket_use; delete from seat_hold; delete from seat_claim; delete from payment_refund;"
                            + "delete from payment_attempt; delete from payment");
            rush("off");
            both = both();
        }
        assertThat(both).isPositive();
    }

    private long both() {
        return hall.count("""
                select count(*) from ticket_use u join seat_hold h using (date_id, hold_id) where h.status = 'refunded'
                """);
    }

    private void rush(String guards) throws Exception {
        try (var gate = strategy(guards, hall.dataSource());
                var desk = strategy(guards, hall.dataSource())) {
            for (var i = 0; i < TICKETS; i++) {
                var id = "h" + i;
                answer(gate, hall, hold(id, i + 1, i));
                answer(gate, hall, begin(id));
                answer(gate, hall, captured(id, 1, i < TICKETS / 2 ? 50_000 : 30_000));
            }
            var answers = new ArrayList<CompletableFuture<Outcome<Answer>>>();
            for (var i = 0; i < TICKETS; i++) {
                var id = "h" + i;
                answers.add(gate.submit(hall.dateId(), new Command.CheckIn(id, i, "1", "door"), deadline()));
                answers.add(
                        desk.submit(hall.dateId(), new Command.Release(id, "account:" + (i + 1), i + 1L), deadline()));
            }
            for (var answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Decided.class);
            }
        }
    }
}
