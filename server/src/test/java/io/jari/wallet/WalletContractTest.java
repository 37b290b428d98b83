package io.jari.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.ParameterizedInvocationConstants.ARGUMENTS_PLACEHOLDER;

import io.jari.core.commit.Outcome;
import io.jari.core.money.Money;
import io.jari.core.wallet.Ledger;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.db.TestPostgres;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both strategies of the wallet must do, and what goes wrong without their guards. */
class WalletContractTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final AtomicLong ACCOUNTS = new AtomicLong(1_000);
    private static final String ALL = "[" + ARGUMENTS_PLACEHOLDER + "]";

    private final long account = ACCOUNTS.incrementAndGet();

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "lock"})
    void spendsWhatIsThereAndNoMore(String strategy) throws Exception {
        try (var wallets = TestWallets.of(DATABASE, strategy)) {
            assertThat(answer(wallets, payment("early", 1))).isEqualTo(new WalletAnswer.Insufficient(0, 1));
            assertThat(answer(wallets, charge("a", 1_000))).isEqualTo(posted(charge("a", 1_000), 1_000, false));
            assertThat(answer(wallets, payment("b", 1_001))).isEqualTo(new WalletAnswer.Insufficient(1_000, 1_001));
            assertThat(answer(wallets, payment("c", 400))).isEqualTo(posted(payment("c", 400), 600, false));
            assertThat(answer(wallets, payment("d", 1))).isEqualTo(posted(payment("d", 1), 599, false));
            assertThat(balance("KRW")).isEqualTo(599);
            assertThat(number("select count(*) from posting where account_id = %d"))
                    .isEqualTo(6);
            assertThat(number("select sum(amount) from posting where account_id = %d"))
                    .isZero();
            assertThat(number("select sum(amount) from posting where account_id = %d and ledger = 'hotel:7'"))
                    .as("what the hotel is owed")
                    .isEqualTo(401);
            assertThat(number("select count(*) from journal where kind = 3 and partition_id = %d"))
                    .as("three transfers, two refusals")
                    .isEqualTo(5);
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "lock"})
    void aPaymentThatWasRefusedIsRefusedInAnotherProcessToo(String strategy) throws Exception {
        assertThat(refusedThenAskedAgain(strategy, "on")).isEqualTo(new WalletAnswer.Insufficient(0, 5));
        assertThat(balance("KRW")).isEqualTo(10);
    }

    /** The twin: the first process has called the payment failed, and the second takes the money for it. */
    @Test
    void withoutGuardsWhatWasRefusedIsTaken() throws Exception {
        assertThat(refusedThenAskedAgain("group-commit", "off")).isEqualTo(posted(payment("p", 5), 5, false));
    }

    private WalletAnswer refusedThenAskedAgain(String strategy, String guards) throws Exception {
        try (var one = TestWallets.of(DATABASE, strategy, guards);
                var other = TestWallets.of(DATABASE, strategy, guards)) {
            assertThat(answer(one, payment("p", 5))).isEqualTo(new WalletAnswer.Insufficient(0, 5));
            assertThat(answer(one, charge("c", 10))).isEqualTo(posted(charge("c", 10), 10, false));
            return answer(other, payment("p", 5));
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "lock"})
    void theSameAgainGetsTheFirstAnswerAndAnotherUnderItsIdIsRefused(String strategy) throws Exception {
        try (var wallets = TestWallets.of(DATABASE, strategy)) {
            answer(wallets, charge("a", 1_000));
            answer(wallets, charge("b", 5));
            assertThat(answer(wallets, charge("a", 1_000))).isEqualTo(posted(charge("a", 1_000), 1_000, true));
            assertThat(answer(wallets, charge("a", 1_001))).isEqualTo(new WalletAnswer.IdReused());
            var other = new Transfer("a", TransferKind.CHARGE, Money.of(1_000, "KRW"), "provider:demo", "another");
            assertThat(answer(wallets, other)).isEqualTo(new WalletAnswer.IdReused());
            assertThat(balance("KRW")).isEqualTo(1_005);
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "lock"})
    void keepsCurrenciesApartAndWithinTheLimit(String strategy) throws Exception {
        try (var wallets = TestWallets.of(DATABASE, strategy)) {
            answer(wallets, charge("won", 100));
            var dollars = new Transfer("usd", TransferKind.REFUND, Money.of(7, "USD"), "hotel:7", "r");
            assertThat(answer(wallets, dollars)).isEqualTo(posted(dollars, 7, false));
            var tooMuch = new Transfer("usd2", TransferKind.PAYMENT, Money.of(-8, "USD"), "hotel:7", "r");
            assertThat(answer(wallets, tooMuch)).isEqualTo(new WalletAnswer.Insufficient(7, 8));
            assertThat(answer(wallets, charge("most", Ledger.MOST)))
                    .isEqualTo(new WalletAnswer.OverLimit(100, Ledger.MOST));
            assertThat(balance("KRW")).isEqualTo(100);
            assertThat(balance("USD")).isEqualTo(7);
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "lock"})
    void manyAtOnceThroughTwoProcessesSpendExactlyWhatIsThere(String strategy) throws Exception {
        assertThat(race(DATABASE, strategy, "on")).isEqualTo(50);
        assertThat(balance("KRW")).isZero();
        assertThat(number("select sum(amount) from posting where account_id = %d and n = 1"))
                .isZero();
    }

    /** The twin: without lock and condition the same race spends money twice. The CHECK alone sees nothing wrong in it. */
    @Test
    void withoutGuardsTheSameRaceSpendsMoneyTwice() throws Exception {
        var database = TestPostgres.fresh();
        execute(database, "alter table wallet drop constraint wallet_balance");
        var wrong = false;
        for (var attempt = 0; attempt < 20 && !wrong; attempt++) {
            execute(database, "alter table posting disable trigger all");
            execute(database, "truncate wallet, posting");
            race(database, "group-commit", "off");
            wrong = read(database, "select balance from wallet where account_id = %d")
                    != read(database, "select sum(amount) from posting where account_id = %d and n = 1");
        }
        assertThat(wrong).as("the balance is not what was posted").isTrue();
    }

    /** 100 payments of which half can be paid, each sent twice, through two processes; how many were. */
    private long race(DataSource database, String strategy, String guards) throws Exception {
        var answers = new ArrayList<CompletableFuture<Outcome<WalletAnswer>>>();
        try (var one = TestWallets.of(database, strategy, guards);
                var other = TestWallets.of(database, strategy, guards)) {
            one.submit(account, new WalletCommand.Post(charge("all", 500), "account:1"))
                    .get(30, TimeUnit.SECONDS);
            for (var press = 0; press < 2; press++) {
                for (var n = 0; n < 100; n++) {
                    var command = new WalletCommand.Post(payment("p" + n, 10), "account:1");
                    answers.add(((n + press) % 2 == 0 ? one : other).submit(account, command));
                }
            }
            var paid = 0L;
            for (var answer : answers) {
                if (answer.get(30, TimeUnit.SECONDS)
                                instanceof Outcome.Decided<WalletAnswer>(WalletAnswer.Posted posted)
                        && !posted.repeated()) {
                    paid++;
                }
            }
            return paid;
        }
    }

    private WalletAnswer answer(Wallets wallets, Transfer transfer) throws Exception {
        var outcome = wallets.submit(account, new WalletCommand.Post(transfer, "account:1"))
                .get(30, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Decided.class);
        return ((Outcome.Decided<WalletAnswer>) outcome).result();
    }

    private static WalletAnswer posted(Transfer transfer, long balanceAfter, boolean repeated) {
        return new WalletAnswer.Posted(transfer, balanceAfter, repeated);
    }

    private static Transfer charge(String id, long amount) {
        return new Transfer(id, TransferKind.CHARGE, Money.of(amount, "KRW"), "provider:demo", "charge");
    }

    private static Transfer payment(String id, long amount) {
        return new Transfer(id, TransferKind.PAYMENT, Money.of(-amount, "KRW"), "hotel:7", "r" + id);
    }

    private long balance(String currency) throws Exception {
        return number("select balance from wallet where account_id = %d and currency = '" + currency + "'");
    }

    private long number(String sql) throws Exception {
        return read(DATABASE, sql);
    }

    private long read(DataSource database, String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(account))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(DataSource database, String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
