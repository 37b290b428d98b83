package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.commit.GroupCommitStrategy;
import io.jari.commit.Strategy;
import io.jari.commit.TestLocks;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import io.jari.core.stay.CancelCause;
import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.db.TestPostgres;
import io.jari.rate.Tariffs;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The strategies of booking upon a database, and what is asked of them. */
final class TestStrategies {
    static final DataSource DATABASE = TestPostgres.fresh();
    private static final Tariffs TARIFFS = new Tariffs(DATABASE);

    private TestStrategies() {}

    static Strategy<Integer, Command, Answer> strategy(String name, Guards guards) {
        return strategy(name, guards, DATABASE);
    }

    static Strategy<Integer, Command, Answer> strategy(String name, Guards guards, DataSource database) {
        var tariffs = database.equals(DATABASE) ? TARIFFS : new Tariffs(database);
        return name.equals("group-commit")
                ? new GroupCommitStrategy<>(
                        Limits.defaults(), new GroupedTransaction(database, tariffs, guards), CommitListener.NONE)
                : new TextbookStrategy(
                        TextbookStrategy.Kind.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)),
                        database,
                        tariffs,
                        TestLocks.NAMED,
                        8,
                        CommitListener.NONE);
    }

    static Answer answer(Strategy<Integer, Command, Answer> strategy, TestHotel hotel, Command command)
            throws Exception {
        var outcome = strategy.submit(hotel.hotelId(), command, deadline()).get(30, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Decided.class);
        return ((Outcome.Decided<Answer>) outcome).result();
    }

    static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    }

    static Command.Cancel cancel(String id) {
        return new Command.Cancel(id, "account:1", 1L, CancelCause.GUEST);
    }

    static Command.Reserve reserve(TestHotel hotel, String id, int from, int to, int rooms) {
        return reserve(id, new Claim(TestHotel.TYPE, nights(hotel, from, to), rooms));
    }

    static NightRange nights(TestHotel hotel, int from, int to) {
        return new NightRange(hotel.today().plusDays(from), hotel.today().plusDays(to));
    }

    static Command.Reserve reserve(String id, Claim claim) {
        var hash = new byte[] {(byte) claim.nights().nights(), (byte) claim.rooms()};
        return new Command.Reserve(
                id, hash, "account:1", 1L, claim, new GuestDetails("Kim", null, null, 2, null), null);
    }
}
