package io.jari.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jari.core.money.Money;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    private static final Currency KRW = Currency.getInstance("KRW");

    @Test
    void spendsWhatIsThereAndNoMore() {
        var ledger = new Ledger(Map.of(KRW, 1_000L), Map.of());
        assertThat(ledger.post(payment("a", 600))).isEqualTo(posted(payment("a", 600), 400));
        assertThat(ledger.post(payment("b", 401))).isEqualTo(new Decision.Insufficient(400, 401, false));
        assertThat(ledger.post(payment("c", 400))).isEqualTo(posted(payment("c", 400), 0));
        assertThat(ledger.changed()).isEqualTo(Map.of(KRW, 0L));
    }

    @Test
    void oneCurrencyDoesNotPayForAnother() {
        var ledger = new Ledger(Map.of(Currency.getInstance("USD"), 1_000L), Map.of());
        assertThat(ledger.post(payment("a", 1))).isEqualTo(new Decision.Insufficient(0, 1, false));
        assertThat(ledger.changed()).isEmpty();
    }

    @Test
    void theSameAgainIsTheFirstAnswerAndMovesNothing() {
        var before = payment("old", 30);
        var ledger = new Ledger(Map.of(KRW, 70L), Map.of("old", posted(before, 70)));
        assertThat(ledger.post(before)).isEqualTo(new Decision.Posted(before, 70, true));
        assertThat(ledger.post(payment("old", 31))).isEqualTo(new Decision.IdReused());
        assertThat(ledger.post(payment("new", 20))).isEqualTo(posted(payment("new", 20), 50));
        assertThat(ledger.post(payment("new", 20))).isEqualTo(new Decision.Posted(payment("new", 20), 50, true));
        assertThat(ledger.balance(KRW)).isEqualTo(50);
    }

    @Test
    void aPaymentIsRefusedForGood() {
        var ledger = new Ledger(Map.of(), Map.of("old", new Decision.Insufficient(2, 3, false)));
        assertThat(ledger.post(payment("a", 5))).isEqualTo(new Decision.Insufficient(0, 5, false));
        ledger.post(charge("b", 10));
        assertThat(ledger.post(payment("a", 5))).isEqualTo(new Decision.Insufficient(0, 5, true));
        assertThat(ledger.post(payment("old", 3))).isEqualTo(new Decision.Insufficient(2, 3, true));
        assertThat(ledger.post(payment("another", 5))).isEqualTo(posted(payment("another", 5), 5));
    }

    @Test
    void whatIsUndoneMayBeAskedForAgain() {
        var ledger = new Ledger(Map.of(), Map.of());
        var reversal = new Transfer("a", TransferKind.REVERSAL, Money.of(-5, "KRW"), "provider:demo", "r");
        assertThat(ledger.post(reversal)).isEqualTo(new Decision.Insufficient(0, 5, false));
        ledger.post(charge("b", 5));
        assertThat(ledger.post(reversal)).isEqualTo(posted(reversal, 0));
    }

    @Test
    void nobodyHoldsMoreThanTheLimitAndNothingWraps() {
        var ledger = new Ledger(Map.of(KRW, Ledger.MOST - 10), Map.of());
        assertThat(ledger.post(charge("a", 11))).isEqualTo(new Decision.OverLimit(Ledger.MOST - 10, Ledger.MOST));
        assertThat(ledger.post(charge("b", Ledger.MOST))).isInstanceOf(Decision.OverLimit.class);
        assertThat(ledger.post(charge("c", 10))).isEqualTo(posted(charge("c", 10), Ledger.MOST));
    }

    @ParameterizedTest
    @CsvSource({
        "'', CHARGE, 1, provider:demo, x",
        "a b, CHARGE, 1, provider:demo, x",
        "a, CHARGE, 0, provider:demo, x",
        "a, CHARGE, -1, provider:demo, x",
        "a, PAYMENT, 1, hotel:1, x",
        "a, REFUND, -1, hotel:1, x",
        "a, REVERSAL, 0, hotel:1, x",
        "a, CHARGE, 1000000000000001, provider:demo, x",
        "a, REVERSAL, -9223372036854775808, provider:demo, x",
        "a, CHARGE, 1, wallet, x",
        "a, CHARGE, 1, provider:, x",
        "a, CHARGE, 1, 'provider:\"', x",
        "a, CHARGE, 1, provider:demo, ''",
    })
    void whatIsNoTransferCannotBeMade(String id, TransferKind kind, long amount, String ledger, String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transfer(id, kind, new Money(amount, KRW), ledger, subject));
    }

    private static Decision.Posted posted(Transfer transfer, long balanceAfter) {
        return new Decision.Posted(transfer, balanceAfter, false);
    }

    private static Transfer charge(String id, long amount) {
        return new Transfer(id, TransferKind.CHARGE, new Money(amount, KRW), "provider:demo", "charge");
    }

    private static Transfer payment(String id, long amount) {
        return new Transfer(id, TransferKind.PAYMENT, new Money(-amount, KRW), "hotel:7", "reservation");
    }
}
