package io.jari.seat;

import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.begin;
import static io.jari.seat.TestStrategies.captured;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.seat.SeatJournalStore.Entry;
import io.jari.seat.SeatJournalStore.Place;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that can happen to a seat is found under its name: once, in order, with who did it. */
class SeatJournalTest {

    @Test
    void allThatHappenedToASeatAndNothingElse() throws Exception {
        var database = TestPostgres.fresh();
        var hall = TestHall.with(database, 20);
        var clock = new MovableClock(database);
        try (var strategy = strategy("head", database)) {
            for (var command : List.<Command>of(
                    new Command.Block(List.of(0, 1), true, "account:9"),
                    new Command.Block(List.of(0), false, "account:9"),
                    hold("released", 1, 0, 2),
                    new Command.Extend("released", "account:1", 1),
                    new Command.Release("released", "account:1", 1L),
                    hold("late", 2, 0),
                    hold("elsewhere", 2, 3),
                    begin("elsewhere"))) {
                answer(strategy, hall, command);
            }
            clock.offset(Duration.ofMinutes(4));
            answer(strategy, hall, hold("over", 3, 0));
            clock.offset(Duration.ofMinutes(8));
            for (var command : List.of(
                    new Command.Expire("over"),
                    hold("bought", 4, 0, 4),
                    begin("bought"),
                    captured("bought", 1, 100_000),
                    new Command.Release("bought", "account:4", 4L),
                    hold("used", 5, 0, 5),
                    begin("used"),
                    captured("used", 1, 100_000),
                    new Command.CheckIn("used", 5, "2", "account:8"),
                    new Command.CheckIn("used", 0, "1", "account:8"))) {
                answer(strategy, hall, command);
            }
        }
        var store = new SeatJournalStore(database);
        var entries = store.page(hall.dateId(), TestHall.guid(0), Place.FIRST, 100);
        assertThat(entries.stream().map(e -> e.action() + " " + e.actor() + " " + e.subject()))
                .containsExactly("""
                        seats.blocked account:9 %1$d
                        seats.unblocked account:9 %1$d
                        hold.made account:1 released
                        hold.extended account:1 released
                        hold.released account:1 released
                        hold.made account:2 late
                        hold.taken-over account:3 late
                        hold.expired system late
                        hold.made account:3 over
                        hold.expired system over
                        hold.made account:4 bought
                        payment.begun guest bought
                        hold.sold system bought
                        payment.captured system bought
                        hold.refunded account:4 bought
                        refund.requested account:4 bought
                        hold.made account:5 used
                        payment.begun guest used
                        hold.sold system used
                        payment.captured system used
                        ticket.used account:8 used
                        """.formatted(hall.dateId()).split("\n"));
        assertThat(entries.stream().map(Entry::at)).isSorted();
        var first = store.page(hall.dateId(), TestHall.guid(0), Place.FIRST, 7);
        assertThat(store.page(hall.dateId(), TestHall.guid(0), first.getLast().place(), 100))
                .as("the pages together are the whole")
                .isEqualTo(entries.subList(7, entries.size()));
    }
}
