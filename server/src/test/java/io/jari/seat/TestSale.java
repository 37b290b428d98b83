package io.jari.seat;

import static io.jari.seat.TestStrategies.answer;

import io.jari.commit.Strategy;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.MovableClock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * What may become of holds, each once, by really asking for it: held, sold by card and by wallet, sold late, taken over and paid in vain,
 * released, given back; tickets used; seats blocked; a date canceled and cleared. On a clock that rises to now.
 */
public final class TestSale implements AutoCloseable {
    /** Who pays 30,000 from a wallet. */
    public static final long WALLET = 9;

    private final DataSource database;
    private final MovableClock clock;
    private final Strategy<Integer, Command, Answer> strategy;

    private TestSale(DataSource database, String strategy) {
        this.database = database;
        this.clock = new MovableClock(database);
        this.strategy = TestStrategies.strategy(strategy, database);
    }

    /** Two dates of twenty seats, sold by the strategy that locks so. */
    public static void run(DataSource database, String strategy) throws Exception {
        try (var sale = new TestSale(database, strategy)) {
            sale.run();
        }
    }

    @Override
    public void close() {
        strategy.close();
    }

    /** As long as ids are. */
    public static String id(String name) {
        return name + "-".repeat(28 - name.length());
    }

    private void run() throws Exception {
        clock.offset(Duration.ofMinutes(-40));
        var hall = TestHall.with(database, 20);
        var canceled = TestHall.with(database, 20);
        used(hall, "sold");
        used(canceled, "void");
        sell(hall, "back", 22, 3);
        ask(hall, new Command.Release(id("back"), "account:22", 22L));
        refunded(hall, "back");
        hold(hall, "gone", 23, 3);
        ask(hall, new Command.Release(id("gone"), "account:23", 23L));
        begin(hall, "late", 24, "card", 4, 5);
        begin(hall, "over", 25, "card", 6, 7);

        clock.offset(Duration.ofMinutes(-20));
        ask(hall, new Command.Expire(id("late")));
        hold(hall, "next", 26, 7, 8);
        ask(hall, new Command.Extend(id("next"), "account:26", 26));
        captured(hall, "late", 100_000);
        captured(hall, "over", 100_000);
        refunded(hall, "over");
        ask(hall, new Command.Release(id("next"), "staff", null));
        cancel(canceled);

        clock.offset(Duration.ZERO);
        ask(hall, new Command.Block(List.of(18, 19), true, "account:1"));
        ask(hall, new Command.Block(List.of(19), false, "account:1"));
        begin(hall, "wall", WALLET, "wallet", 12);
        captured(hall, "wall", 30_000);
        hold(hall, "held", 27, 14, 15);
    }

    private void used(TestHall hall, String name) throws Exception {
        sell(hall, name, 21, 0, 1, 2);
        ask(hall, new Command.CheckIn(id(name), 1, "north", "account:4"));
    }

    private void cancel(TestHall hall) throws Exception {
        hold(hall, "wish", 23, 9);
        hall.change("status = 'canceled', canceled_at = jari_now()");
        ask(hall, new Command.Revoke(id("void"), "account:1"));
        ask(hall, new Command.Revoke(id("wish"), "account:1"));
        refunded(hall, "void");
        hall.change("cleared_at = jari_now()");
    }

    private void sell(TestHall hall, String name, long accountId, Integer... seats) throws Exception {
        begin(hall, name, accountId, "card", seats);
        captured(hall, name, 50_000L * seats.length);
    }

    private void begin(TestHall hall, String name, long accountId, String method, Integer... seats) throws Exception {
        hold(hall, name, accountId, seats);
        var provider = method.equals("card") ? "beta" : "wallet";
        ask(hall, new Command.OfPayment(id(name), new PaymentEvent.Begin(method, provider), "account:" + accountId));
    }

    private void hold(TestHall hall, String name, long accountId, Integer... seats) throws Exception {
        var hash = new byte[32];
        ask(hall, new Command.Hold(id(name), hash, "account:" + accountId, accountId, List.of(List.of(seats)), null));
    }

    private void captured(TestHall hall, String name, long amount) throws Exception {
        ask(hall, TestStrategies.captured(id(name), 1, amount));
    }

    private void refunded(TestHall hall, String name) throws Exception {
        ask(hall, new Command.OfPayment(id(name), new PaymentEvent.RefundDone(1, null), "system"));
    }

    private void ask(TestHall hall, Command command) throws Exception {
        switch (answer(strategy, hall, command)) {
            case Answer.Held _, Answer.Stands _, Answer.Entered _, Answer.Blocked _ -> {}
            case Answer.OfPayment(PaymentDecision.Stands _, var _, var _, var _) -> {}
            case Answer refusal -> throw new IllegalStateException(command + ": " + refusal);
        }
    }
}
