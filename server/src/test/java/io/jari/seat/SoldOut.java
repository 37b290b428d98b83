package io.jari.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.JariServer;
import io.jari.concert.Dates;
import io.jari.core.commit.Batch;
import io.jari.core.commit.Written;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.TestData;
import io.jari.payment.TestProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Tickets sold by the rules of holding and paying, an order each, many in one transaction; the money for them was really taken by the
 * provider.
 */
public final class SoldOut {
    private static final int TOGETHER = 250;
    private static final int PEOPLE = 16;
    private static final int EACH = 20;
    private static final int HASH_BYTES = 16;

    private final TestHall hall;
    private final DataSource database;
    private final HoldIds ids;
    private final Dates dates;
    private final TestProvider provider;
    private final HoldTransaction transaction;

    private SoldOut(JariServer server, TestProvider provider, TestHall hall) {
        this.hall = hall;
        this.database = TestData.of(server).dataSource();
        this.ids = new HoldIds(TestData.secret(server));
        this.dates = new Dates(database);
        this.provider = provider;
        this.transaction = new HoldTransaction(database, dates, Locking.HEAD);
    }

    /** Sells these seats; one person has twenty of them. */
    public static void sell(JariServer server, TestProvider provider, TestHall hall, int from, int to)
            throws Exception {
        hall.change("most_seats = 20, most_ever = 20");
        var sale = new SoldOut(server, provider, hall);
        for (var next = from; next < to; next += TOGETHER) {
            sale.part(TestHall.range(next, Math.min(to, next + TOGETHER)));
        }
    }

    private record Paid(int seat, String holdId, long amount, String checkout) {}

    private void part(List<Integer> seats) throws Exception {
        var person = accounts(seats.size() / EACH + 1);
        var commands = new ArrayList<Command>();
        for (var paid : captured(seats)) {
            var account = person + (paid.seat - seats.getFirst()) / EACH;
            var actor = "account:" + account;
            commands.add(new Command.Hold(
                    paid.holdId, new byte[HASH_BYTES], actor, account, List.of(List.of(paid.seat)), null));
            commands.add(new Command.OfPayment(paid.holdId, new PaymentEvent.Begin("card", "alpha"), actor));
            commands.add(new Command.OfPayment(
                    paid.holdId, new PaymentEvent.Opened(1, paid.checkout, "http://127.0.0.1/"), "system"));
            commands.add(new Command.OfPayment(
                    paid.holdId, new PaymentEvent.Captured(1, paid.amount, paid.checkout, "4242", true), "system"));
        }
        var written = transaction.write(List.of(new Batch<>(hall.dateId(), commands)));
        assertThat(written.getFirst()).isInstanceOf(Written.Results.class);
    }

    /** The first of so many new ones, one after another. */
    private long accounts(int count) {
        hall.execute("""
                insert into account (email, name, password_hash)
                select gen_random_uuid() || '@example.com', 'Payer', '-' from generate_series(1, %d)
                """.formatted(count));
        return hall.count("select max(account_id) from account") - count + 1;
    }

    private List<Paid> captured(List<Integer> seats) throws Exception {
        var terms = dates.recent(hall.dateId()).orElseThrow();
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            var all = people.invokeAll(seats.stream()
                    .map(seat ->
                            (Callable<Paid>) () -> captured(seat, terms.seats().price(seat)))
                    .toList());
            var paid = new ArrayList<Paid>();
            for (var one : all) {
                paid.add(one.get());
            }
            return paid;
        }
    }

    private Paid captured(int seat, long amount) {
        var id = ids.named(hall.dateId(), "sold " + seat);
        var checkout = provider.alpha().open(id + "-1", amount);
        TestProvider.pay(checkout.path("url").asText());
        return new Paid(seat, id, amount, checkout.path("id").asText());
    }
}
