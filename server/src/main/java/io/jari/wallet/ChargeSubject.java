package io.jari.wallet;

import io.jari.core.commit.Outcome;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import io.jari.payment.PaymentKey;
import io.jari.payment.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Charges of wallets as something to be paid for. */
@ApplicationScoped
class ChargeSubject implements Subject {
    private final Wallets wallets;
    private final ChargeIds ids;
    private final StatementStore store;

    ChargeSubject(Wallets wallets, ChargeIds ids, StatementStore store) {
        this.wallets = wallets;
        this.ids = ids;
        this.store = store;
    }

    @Override
    public Partition.Kind kind() {
        return Partition.Kind.ACCOUNT;
    }

    @Override
    public OptionalLong partition(String id) {
        return ids.account(id);
    }

    @Override
    public CompletableFuture<Outcome<Reply>> submit(PaymentKey key, PaymentEvent event, String actor) {
        var accountId = key.partition().id();
        return wallets.submit(accountId, new WalletCommand.ChargePayment(key.subject(), event, actor))
                .thenApply(outcome -> outcome.map(answer -> reply(accountId, answer)));
    }

    private static Reply reply(long accountId, WalletAnswer answer) {
        return switch (answer) {
            case WalletAnswer.OfPayment(var decision, var payment, var charge) ->
                new Reply.Decided(decision, payment, facts(accountId, charge));
            case WalletAnswer.NoCharge() -> new Reply.Unknown();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    @Override
    public Optional<Facts> facts(PaymentKey key) {
        var accountId = key.partition().id();
        return store.charge(accountId, key.subject()).map(charge -> facts(accountId, charge));
    }

    private static Facts facts(long accountId, Charge charge) {
        return new Facts(
                accountId,
                charge.amount().minor(),
                charge.amount().currency().getCurrencyCode(),
                charge.paid() ? Status.PAID : Status.WAITING,
                null);
    }
}
