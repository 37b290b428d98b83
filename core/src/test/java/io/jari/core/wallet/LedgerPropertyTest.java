package io.jari.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random transfers, many of them sent again, through ledgers that are read afresh every few: as batches are. */
class LedgerPropertyTest {
    private static final List<Currency> CURRENCIES =
            List.of(Currency.getInstance("KRW"), Currency.getInstance("USD"), Currency.getInstance("KWD"));

    private static final List<TransferKind> KINDS = List.of(TransferKind.values());

    private final Map<Currency, Long> stored = new HashMap<>();
    private final Map<String, Decision.Posted> postings = new HashMap<>();
    private final Map<String, Decision.Insufficient> refusals = new HashMap<>();
    private final Map<Currency, Long> clearing = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void moneyIsConservedWhateverIsAsked(long seed) {
        var random = new Random(seed);
        for (var batch = 0; batch < 200; batch++) {
            var known = new HashMap<String, Decision.Kept>(postings);
            known.putAll(refusals);
            var ledger = new Ledger(stored, known);
            for (var i = random.nextInt(20); i >= 0; i--) {
                check(ledger, transfer(random));
            }
            stored.putAll(ledger.changed());
        }
        for (var currency : CURRENCIES) {
            long inWallet = stored.getOrDefault(currency, 0L);
            assertThat(inWallet + clearing.getOrDefault(currency, 0L)).isZero();
            assertThat(inWallet).isBetween(0L, Ledger.MOST);
            assertThat(inWallet)
                    .isEqualTo(postings.values().stream()
                            .map(p -> p.transfer().amount())
                            .filter(a -> a.currency().equals(currency))
                            .mapToLong(Money::minor)
                            .sum());
        }
    }

    private void check(Ledger ledger, Transfer transfer) {
        var currency = transfer.amount().currency();
        long amount = transfer.amount().minor();
        long balance = ledger.balance(currency);
        var known = postings.get(transfer.id());
        switch (ledger.post(transfer)) {
            case Decision.Posted posted
            when posted.repeated() -> {
                assertThat(known).isEqualTo(new Decision.Posted(transfer, posted.balanceAfter(), false));
                assertThat(ledger.balance(currency)).isEqualTo(balance);
            }
            case Decision.Posted posted -> {
                assertThat(known).isNull();
                assertThat(refusals).doesNotContainKey(transfer.id());
                assertThat(posted.balanceAfter()).isEqualTo(balance + amount).isEqualTo(ledger.balance(currency));
                postings.put(transfer.id(), posted);
                clearing.merge(currency, -amount, Long::sum);
            }
            case Decision.Insufficient refused
            when refused.repeated() -> {
                assertThat(refusals).containsKey(transfer.id());
                assertThat(ledger.balance(currency)).isEqualTo(balance);
            }
            case Decision.Insufficient refused -> {
                assertThat(known).isNull();
                assertThat(refusals).doesNotContainKey(transfer.id());
                assertThat(refused.balance()).isEqualTo(balance).isLessThan(refused.needed());
                assertThat(refused.needed()).isEqualTo(-amount);
                if (transfer.kind() == TransferKind.PAYMENT) {
                    refusals.put(transfer.id(), refused);
                }
            }
            case Decision.OverLimit(var had, var most) ->
                assertThat(had + amount).isGreaterThan(most);
            case Decision.IdReused() ->
                assertThat(known).extracting(Decision.Posted::transfer).isNotEqualTo(transfer);
        }
    }

    private static Transfer transfer(Random random) {
        var id = "t" + random.nextInt(2_000);
        // Most repeats are the same again: what an id stands for follows from it.
        var from = random.nextInt(10) == 0 ? random : new Random(id.hashCode());
        var kind = KINDS.get(from.nextInt(KINDS.size()));
        long amount = 1 + (from.nextInt(50) == 0 ? from.nextLong(Ledger.MOST) : from.nextLong(1_000));
        var out = kind == TransferKind.PAYMENT || kind == TransferKind.REVERSAL;
        var currency = CURRENCIES.get(from.nextInt(CURRENCIES.size()));
        return new Transfer(id, kind, new Money(out ? -amount : amount, currency), "hotel:" + from.nextInt(5), "s");
    }
}
