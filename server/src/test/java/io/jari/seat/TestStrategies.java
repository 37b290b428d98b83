package io.jari.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.commit.GroupCommitStrategy;
import io.jari.commit.Strategy;
import io.jari.commit.TestLocks;
import io.jari.concert.Dates;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The strategies of holding seats upon a database, and what is asked of them. */
final class TestStrategies {
    static final DataSource DATABASE = TestPostgres.fresh();

    private TestStrategies() {}

    static Strategy<Integer, Command, Answer> strategy(String locking, DataSource database) {
        var transaction =
                new HoldTransaction(database, new Dates(database), Locking.valueOf(locking.toUpperCase(Locale.ROOT)));
        return switch (locking) {
            case "head", "off" -> new GroupCommitStrategy<>(Limits.defaults(), transaction, CommitListener.NONE);
            case "outside" -> TextbookStrategy.locked(transaction, 8, 100, CommitListener.NONE, TestLocks.NAMED);
            default -> new TextbookStrategy(transaction, 8, 100, CommitListener.NONE);
        };
    }

    static Answer answer(Strategy<Integer, Command, Answer> strategy, TestHall hall, Command command) throws Exception {
        var outcome = strategy.submit(hall.dateId(), command, deadline()).get(30, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Decided.class);
        return ((Outcome.Decided<Answer>) outcome).result();
    }

    static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    }

    static Command.Hold hold(String id, long accountId, Integer... seats) {
        return hold(id, accountId, List.of(seats));
    }

    static Command.Hold hold(String id, long accountId, List<Integer> seats) {
        return hold(id, accountId, seats, null);
    }

    /** By a pass of somebody who came in then. */
    static Command.Hold hold(String id, long accountId, List<Integer> seats, @Nullable Instant enteredAt) {
        return new Command.Hold(
                id,
                new byte[] {(byte) seats.hashCode(), (byte) seats.size()},
                "account:" + accountId,
                accountId,
                List.of(seats),
                enteredAt);
    }

    static Command.OfPayment begin(String id) {
        return new Command.OfPayment(id, new PaymentEvent.Begin("card", "a"), "guest");
    }

    static Command.OfPayment captured(String id, int n, long amount) {
        return new Command.OfPayment(id, new PaymentEvent.Captured(n, amount, "c", null, true), "system");
    }
}
