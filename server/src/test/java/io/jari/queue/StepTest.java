package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many are admitted, and when the line stands still or ends. */
class StepTest {
    private static final int PLENTY = 1_000;
    private TestLine line;

    @BeforeEach
    void open() throws Exception {
        line = TestLine.open();
        line.joinAll(1, 30);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void nobodyBeforeTheOpeningWhilePausedOrWhileNothingIsOnSale() {
        line.change("opens_at = jari_now() + interval '1 minute'");
        assertThat(line.step(PLENTY).admitted()).isZero();
        line.change("opens_at = jari_now(), paused = true");
        assertThat(line.step(PLENTY).admitted()).isZero();
        line.change("paused = false");
        assertThat(((Answer.Stepped) line.ask(new Command.Step(new Command.Sale(false, PLENTY, 0, 0, 0, 1))))
                        .admitted())
                .isZero();
        assertThat(line.step(PLENTY).admitted()).isEqualTo(10);
    }

    @Test
    void notMoreThanThereAreSeatsToFind() {
        assertThat(line.step(4, 100).admitted()).isEqualTo(4);
        assertThat(line.step(4, 100).admitted()).isZero();
    }

    @Test
    void theRateAddsUpOverShortSteps() throws Exception {
        line.change("admissions = 7, most_inside = 1000");
        line.joinAll(31, 60);
        var admitted = line.step(PLENTY).admitted();
        assertThat(admitted).isEqualTo(7);
        for (var i = 0; i < 10; i++) {
            line.after(Duration.ofMillis(200));
            admitted += line.step(PLENTY).admitted();
        }
        var seconds =
                line.count("select extract(epoch from max(admitted_at) - min(admitted_at)) * 1000 from queue_step")
                        / 1e3;
        assertThat((double) admitted)
                .as("in %s s, and what was saved before", seconds)
                .isBetween(7 + 7 * seconds - 1, 7 + 7 * seconds + 1);
    }

    @Test
    void aSlowHouseAdmitsTheShareOfTheRateThatItCanBear() throws Exception {
        line.change("admissions = 10, most_inside = 1000");
        line.joinAll(31, 60);
        var slow = new Command.Step(new Command.Sale(true, PLENTY, 0, 0, 0, 0.1));
        var admitted = 0;
        for (var i = 0; i < 20; i++) {
            admitted += ((Answer.Stepped) line.ask(slow)).admitted();
            line.after(Duration.ofMillis(500));
        }
        var seconds =
                line.count("select extract(epoch from jari_now() - min(admitted_at)) * 1000 from queue_step") / 1e3;
        assertThat((double) admitted)
                .as("one a second, in %s s, and what was saved before", seconds)
                .isBetween(seconds - 2, seconds + 2);
        assertThat(line.count("select (ease * 100)::int from queue")).isEqualTo(10);
    }

    @Test
    void whatIsSoldOutOrFullIsNotWrittenAgainAndAgain() throws Exception {
        line.step(PLENTY);
        line.step(0, 0);
        line.after(Duration.ofSeconds(6));
        line.step(0, 0);
        var version = line.count("select version from partition_head where kind = 4");
        for (var i = 0; i < 5; i++) {
            line.after(Duration.ofSeconds(2));
            line.step(0, 0);
        }
        assertThat(line.count("select version from partition_head where kind = 4"))
                .isEqualTo(version);
    }

    @Test
    void whoFindsTheRoomFullKeepsThePlace() throws Exception {
        line.step(PLENTY);
        line.change("most_inside = 5");
        for (var i = 1; i <= 5; i++) {
            line.enter(i);
        }
        assertThat(line.enter(6)).isEqualTo(new Answer.Full());
        for (var i = 0; i < 20; i++) {
            line.after(Duration.ofSeconds(2));
            line.step(PLENTY);
        }
        assertThat(line.enter(6)).as("40 s later, of 30 s to come in").isEqualTo(new Answer.Full());
        line.ask(new Command.Leave(1, TestLine.device(1), 1));
        assertThat(line.enter(6)).isInstanceOf(Answer.Inside.class);
    }

    @Test
    void whoFoundTheRoomFullKeepsThePlaceThoughItIsNotFullForAMoment() throws Exception {
        line.change("admissions = 1");
        for (var rank = 1; rank <= 3; rank++) {
            assertThat(line.step(PLENTY).admitted()).isEqualTo(1);
            line.after(Duration.ofSeconds(1));
        }
        line.change("most_inside = 1");
        line.enter(1);
        line.after(Duration.ofSeconds(26));
        assertThat(line.enter(3)).isEqualTo(new Answer.Full());
        line.ask(new Command.Leave(1, TestLine.device(1), 1));
        line.after(Duration.ofSeconds(6));
        line.step(PLENTY);
        assertThat(line.enter(2)).as("who was not at the door").isEqualTo(new Answer.Forfeited());
        assertThat(line.enter(3)).isInstanceOf(Answer.Inside.class);
    }

    @Test
    void placesOfThoseWhoStayAwayAreGivenToOthersBeforehand() throws Exception {
        line.change("came = 1000, forfeited = 1000");
        assertThat(line.step(PLENTY).admitted()).isEqualTo(10);
        assertThat(line.step(PLENTY).admitted()).as("half of ten are expected").isBetween(4, 5);
    }

    @Test
    void soldOutIsToldAndTheLineGoesOnWhenSomethingFallsFree() throws Exception {
        line.step(PLENTY);
        line.enter(1);
        assertThat(line.step(0, 3).soldOut()).as("held seats may fall free").isFalse();
        assertThat(line.step(0, 0).soldOut()).isTrue();
        assertThat(line.enter(1))
                .as("what falls free at once costs nobody the place")
                .isInstanceOf(Answer.Inside.class);
        line.after(Duration.ofSeconds(5));
        line.step(0, 0);
        assertThat(line.enter(1)).isEqualTo(new Answer.PassEnded(EndReason.SOLD_OUT));
        assertThat(line.enter(2)).isEqualTo(new Answer.SoldOut());
        assertThat(line.ask(new Command.Join(TestLine.device(99), null, null))).isEqualTo(new Answer.SoldOut());
        assertThat(line.ask(new Command.Join(TestLine.device(30), null, null)))
                .as("who waits goes on waiting")
                .isEqualTo(new Answer.Place(30, TestLine.device(30), true));
        for (var i = 0; i < 20; i++) {
            line.after(Duration.ofSeconds(2));
            line.step(0, 0);
        }
        assertThat(line.step(2, 0).soldOut()).isFalse();
        assertThat(line.enter(2)).as("nobody's time ran meanwhile").isInstanceOf(Answer.Inside.class);
    }

    @Test
    void aClockThatIsSetBackTakesNobodysTime() throws Exception {
        line.step(PLENTY);
        assertThat(line.step(0, 0).soldOut()).isTrue();
        line.after(Duration.ofDays(-100));
        assertThat(line.step(2, 0).soldOut()).isFalse();
        assertThat(line.count("select count(*) from queue_step where enter_by <= admitted_at"))
                .isZero();
    }

    @Test
    void offLetsEverybodyThrough() {
        line.change("mode = 'off'");
        assertThat(line.ask(new Command.Join(TestLine.device(1), null, null))).isEqualTo(new Answer.NoQueue());
        assertThat(line.ask(new Command.Step(new Command.Sale(true, 1, 0, 0, 0, 1))))
                .isEqualTo(new Answer.NoQueue());
    }
}
