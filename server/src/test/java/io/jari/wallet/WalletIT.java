package io.jari.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.BigRun;
import io.jari.JariServer;
import io.jari.core.commit.Outcome;
import io.jari.core.money.Money;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.db.TestData;
import io.jari.db.TestPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Credits through two server processes against as many payments from a third, each sent twice by different ways, on one
 * wallet and on many, while somebody sums the ledger up.
 */
class WalletIT {
    private static final int TRANSFERS = Boolean.getBoolean("jari.long") ? 1_000 : 250;
    private static final int CREDIT = 10;
    private static final int PAYMENT = 15;
    private static final int PEOPLE = 32;

    @Test
    void moneyIsConservedWhoeverMovesIt() throws Exception {
        try (var one = JariServer.start(Map.of());
                var other = one.another(Map.of())) {
            for (var wallets : List.of(1, TRANSFERS)) {
                var race = new Race(one, other, accounts(one, wallets));
                try (var reader = new Reader(one)) {
                    race.run("on");
                    assertThat(reader.samples()).as("sums taken meanwhile").isGreaterThan(5);
                }
                assertThat(race.credited()).isEqualTo(TRANSFERS);
                assertThat(race.paid()).isPositive();
                assertThat(TestData.number(one, race.sum("balance", "wallet")))
                        .isEqualTo(race.seed() + (long) CREDIT * TRANSFERS - (long) PAYMENT * race.paid());
                assertThat(TestData.number(one, race.sum("amount", "posting"))).isZero();
            }
            one.verify();
        }
    }

    /** The twin: with lock, condition and CHECK switched off, the same people make money or lose it. */
    @Test
    @BigRun
    void withoutTheGuardsTheSameRaceGoesWrong() throws Exception {
        var off = Map.of("JARI_WALLET_GUARDS", "off");
        try (var one = JariServer.start(off);
                var other = one.another(off)) {
            TestData.execute(one, "alter table wallet drop constraint wallet_balance");
            var wrong = false;
            for (var attempt = 0; attempt < 10 && !wrong; attempt++) {
                var race = new Race(one, other, accounts(one, 1));
                race.run("off");
                wrong = TestData.number(one, race.sum("balance", "wallet"))
                        != TestData.number(one, race.sum("amount", "posting") + " and n = 1");
            }
            assertThat(wrong).as("a balance that is not what was posted").isTrue();
        }
    }

    /** New accounts, straight into the database. */
    private static List<Long> accounts(JariServer server, int count) {
        TestData.execute(server, """
                insert into account (email, name, password_hash)
                select 'wallet' || nextval('partition_version') || '@example.com', 'Wallet', '-' from generate_series(1, %d)
                """.formatted(count));
        var last = TestData.number(server, "select max(account_id) from account");
        var accounts = new ArrayList<Long>();
        for (var id = last - count + 1; id <= last; id++) {
            accounts.add(id);
        }
        return accounts;
    }

    private static final class Race {
        private final JariServer one;
        private final Api admin;
        private final Api otherAdmin;
        private final List<Long> accounts;
        private final AtomicInteger credited = new AtomicInteger();
        private volatile boolean strict;
        private int paid;

        Race(JariServer one, JariServer other, List<Long> accounts) {
            this.one = one;
            this.admin = Api.demo(one.internalUrl(), "admin");
            this.otherAdmin = admin.at(other.internalUrl());
            this.accounts = accounts;
        }

        void run(String guards) throws Exception {
            try (var database = TestPool.of(TestData.of(one));
                    var here = TestWallets.of(database, "group-commit", guards);
                    var there = TestWallets.of(database, "group-commit", guards);
                    var people = Executors.newFixedThreadPool(PEOPLE)) {
                strict = guards.equals("on");
                var seeds = accounts.stream()
                        .map(account -> here.submit(account, seed(account)))
                        .toList();
                for (var seeded : seeds) {
                    assertThat(seeded.get(120, TimeUnit.SECONDS)).isInstanceOf(Outcome.Decided.class);
                }
                var credits = people.submit(() -> people.invokeAll(credits()));
                var payments = new ArrayList<CompletableFuture<Outcome<WalletAnswer>>>();
                for (var press = 0; press < 2; press++) {
                    for (var n = 0; n < TRANSFERS; n++) {
                        payments.add(((n + press) % 2 == 0 ? here : there).submit(account(n), payment(n)));
                    }
                }
                for (var credit : credits.get(120, TimeUnit.SECONDS)) {
                    credit.get();
                }
                for (var payment : payments) {
                    count(payment.get(120, TimeUnit.SECONDS));
                }
            }
        }

        private void count(Outcome<WalletAnswer> outcome) {
            switch (outcome) {
                case Outcome.Decided<WalletAnswer>(WalletAnswer.Posted posted) -> paid += posted.repeated() ? 0 : 1;
                case Outcome.Decided<WalletAnswer>(WalletAnswer.Insufficient refused) ->
                    assertThat(refused.balance()).isBetween(0L, PAYMENT - 1L);
                default -> assertThat(strict).as(outcome.toString()).isFalse();
            }
        }

        private List<Callable<Void>> credits() {
            var credits = new ArrayList<Callable<Void>>();
            for (var n = 0; n < TRANSFERS; n++) {
                for (var press = 0; press < 2; press++) {
                    var at = (n + press) % 2 == 0 ? admin : otherAdmin;
                    var path = "/v1/accounts/" + account(n) + "/wallet-credits";
                    var key = "credit-" + n + "-" + accounts.getFirst();
                    credits.add(() -> {
                        var answer = at.send(
                                "POST",
                                path,
                                "{\"amount\":" + CREDIT + ",\"currency\":\"KRW\",\"reason\":\"race\"}",
                                Map.of("Idempotency-Key", key));
                        assertThat(answer.status() == 201 || !strict)
                                .as(answer.body().toString())
                                .isTrue();
                        if (answer.header("Idempotent-Replayed").isEmpty()) {
                            credited.incrementAndGet();
                        }
                        return null;
                    });
                }
            }
            return credits;
        }

        /** So that some payments are made, whoever is faster. */
        private WalletCommand seed(long account) {
            var transfer = new Transfer(
                    "seed-" + account,
                    TransferKind.CREDIT,
                    Money.of(seed() / accounts.size(), "KRW"),
                    "house:goodwill",
                    "seed");
            return new WalletCommand.Post(transfer, "account:1");
        }

        /** In all wallets together: enough for the half of the payments, or for one from each wallet. */
        long seed() {
            return (long) PAYMENT * Math.max(TRANSFERS / 2, accounts.size());
        }

        private long account(int n) {
            return accounts.get(n % accounts.size());
        }

        private static WalletCommand payment(int n) {
            var transfer =
                    new Transfer("pay-" + n, TransferKind.PAYMENT, Money.of(-PAYMENT, "KRW"), "hotel:1", "reservation");
            return new WalletCommand.Post(transfer, "account:1");
        }

        int credited() {
            return credited.get();
        }

        int paid() {
            return paid;
        }

        String sum(String column, String table) {
            return "select coalesce(sum(%s), 0) from %s where account_id between %d and %d"
                    .formatted(column, table, accounts.getFirst(), accounts.getLast());
        }
    }

    /** Sums the whole ledger up again and again, each time in one snapshot. */
    private static final class Reader implements AutoCloseable {
        private static final String SUMS = """
                select (select coalesce(sum(amount), 0) from posting) <> 0
                       or (select coalesce(sum(amount), 0) from posting where n = 1)
                          <> (select coalesce(sum(balance), 0) from wallet)
                       or exists (select from wallet where balance < 0)
                """;

        /** A connection each time costs more than the sum. */
        private static final Duration PAUSE = Duration.ofMillis(50);

        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger samples = new AtomicInteger();
        private final CompletableFuture<Void> reading;

        Reader(JariServer server) {
            reading = CompletableFuture.runAsync(() -> {
                while (!stopped.get()) {
                    assertThat(TestData.number(server, "select (" + SUMS + ")::int"))
                            .as("ledger and wallets agree")
                            .isZero();
                    samples.incrementAndGet();
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            });
        }

        int samples() {
            return samples.get();
        }

        @Override
        public void close() {
            stopped.set(true);
            reading.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
