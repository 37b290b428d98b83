package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the line to the inside, and out again. */
class EntryTest {
    private static final int PLENTY = 1_000;
    private TestLine line;

    @BeforeEach
    void open() throws Exception {
        line = TestLine.open();
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void thoseAdmittedComeInAndTheOthersWait() {
        line.joinAll(1, 15);
        assertThat(line.enter(1)).isEqualTo(new Answer.NotAdmitted());
        assertThat(line.step(PLENTY).admitted()).isEqualTo(10);
        assertThat(line.enter(1)).isInstanceOf(Answer.Inside.class);
        assertThat(line.enter(11)).isEqualTo(new Answer.NotAdmitted());
        assertThat(line.step(PLENTY).admitted())
                .as("nine can still come and all have their place")
                .isZero();
    }

    @Test
    void comingInAgainRenewsThePassButNotForEver() throws Exception {
        line.join(1);
        line.step(PLENTY);
        var first = (Answer.Inside) line.enter(1);
        assertThat(Duration.between(first.enteredAt(), first.expiresAt())).isEqualTo(Duration.ofSeconds(90));
        assertThat(first.renewed()).isFalse();
        var last = first;
        for (var i = 0; i < 7; i++) {
            line.after(Duration.ofSeconds(80));
            last = (Answer.Inside) line.enter(1);
        }
        assertThat(last.renewed()).isTrue();
        assertThat(last.expiresAt()).isEqualTo(first.enteredAt().plus(Duration.ofMinutes(10)));
        line.after(Duration.ofSeconds(80));
        assertThat(line.enter(1)).isEqualTo(new Answer.PassEnded(EndReason.EXPIRED));
    }

    @Test
    void whoDoesNotComeInTimeForfeitsAndTheNextGetsThePlace() throws Exception {
        line.joinAll(1, 12);
        line.step(PLENTY);
        line.after(Duration.ofSeconds(31));
        assertThat(line.enter(1)).isEqualTo(new Answer.Forfeited());
        assertThat(line.step(PLENTY).admitted()).isEqualTo(2);
        assertThat(line.of("forfeited")).isEqualTo(10);
        assertThat(line.enter(11)).isInstanceOf(Answer.Inside.class);
        assertThat(line.join(1)).as("a new place, at the end").isEqualTo(13);
        assertThat(line.count("select count(*) from queue_ticket where over_at is not null"))
                .isOne();
    }

    @Test
    void leavingBuyingAndTimeMakeRoomForTheNext() throws Exception {
        line.joinAll(1, 20);
        line.step(PLENTY);
        for (var i = 1; i <= 10; i++) {
            line.enter(i);
        }
        assertThat(line.ask(new Command.Leave(1, TestLine.device(1), 1))).isEqualTo(new Answer.Done());
        assertThat(line.ask(new Command.Leave(2, TestLine.device(2), 99))).isEqualTo(new Answer.Foreign());
        line.ask(new Command.Paid(
                List.of(bought(3), bought(4), bought(999), new Command.Purchase(5, Instant.EPOCH)), 5));
        assertThat(line.of("inside")).as("what was held before ends no pass").isEqualTo(7);
        assertThat(line.of("watched_version")).isEqualTo(5);
        assertThat(line.step(PLENTY).admitted()).isEqualTo(3);
        assertThat(line.enter(3)).isEqualTo(new Answer.PassEnded(EndReason.PAID));
        line.after(Duration.ofSeconds(91));
        assertThat(line.step(PLENTY).ended()).isEqualTo(7);
        assertThat(line.of("inside")).isZero();
        assertThat(line.count("select count(*) from journal where action = 'queue.left'"))
                .isEqualTo(10);
    }

    private static Command.Purchase bought(long account) {
        return new Command.Purchase(account, Instant.MAX);
    }

    @Test
    void aPlaceIsItsDevicesAndThenItsAccounts() {
        line.joinAll(1, 5);
        line.step(PLENTY);
        assertThat(line.ask(new Command.Enter(1, TestLine.device(1), TestLine.device(2), 2)))
                .as("a token that was passed on")
                .isEqualTo(new Answer.Foreign());
        assertThat(line.ask(new Command.Enter(1, TestLine.device(2), TestLine.device(2), 2)))
                .as("another's ticket")
                .isEqualTo(new Answer.Foreign());
        assertThat(line.enter(1, 100)).isInstanceOf(Answer.Inside.class);
        assertThat(line.enter(1, 101)).isEqualTo(new Answer.Foreign());
        assertThat(line.ask(new Command.Enter(1, TestLine.device(1), null, 100)))
                .as("the account's place needs no device")
                .isInstanceOf(Answer.Inside.class);
        assertThat(line.enter(2, 100)).isEqualTo(new Answer.SecondPlace());
    }

    @Test
    void anAccountThatComesInWithAnotherPlaceGivesItsOwnUp() {
        line.join(1);
        assertThat(line.join(2, 100)).isEqualTo(2);
        line.step(PLENTY);
        assertThat(line.enter(1, 100)).isInstanceOf(Answer.Inside.class);
        assertThat(line.ask(new Command.Enter(2, TestLine.account(100), null, 100)))
                .isEqualTo(new Answer.Forfeited());
        assertThat(line.count("select count(*) from queue_ticket where account_id = 100 and over_at is null"))
                .isOne();
    }

    @Test
    void twoProcessesAdmitEachRankOnce() throws Exception {
        line.joinAll(1, 30);
        line.change("most_inside = 20");
        try (var other = line.other(io.jari.db.Heads.Lock.HELD)) {
            line.step(PLENTY);
            other.step(PLENTY);
            assertThat(line.of("admitted")).isEqualTo(20);
            assertThat(line.count("select sum(last_rank - first_rank + 1) from queue_step"))
                    .isEqualTo(20);
        }
    }
}
