package io.jari.wallet;

import io.jari.core.commit.Outcome;
import io.jari.core.money.Money;
import io.jari.core.payment.Refund;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.db.Partition;
import io.jari.payment.PaymentKey;
import io.jari.payment.Provider;
import io.jari.payment.ProviderFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The wallet as one who captures money: at once, and each attempt once, for its transfer is known by the attempt's name. */
@ApplicationScoped
class WalletProvider implements Provider {
    private static final Logger LOG = Logger.getLogger(WalletProvider.class);
    private static final long LIMIT_SECONDS = 10;
    private final Wallets wallets;

    WalletProvider(Wallets wallets) {
        this.wallets = wallets;
    }

    @Override
    public String name() {
        return "wallet";
    }

    @Override
    public String method() {
        return "wallet";
    }

    @Override
    public boolean capturesAtOnce() {
        return true;
    }

    @Override
    public Said open(Order order) throws ProviderFailure {
        var accountId = order.accountId();
        if (accountId == null) {
            return new Said.Ended(false, "no_wallet");
        }
        var amount = order.attempt().amount();
        var transfer = new Transfer(
                "pay:" + order.reference(),
                TransferKind.PAYMENT,
                Money.of(-amount, order.currency()),
                merchant(order.key()),
                order.key().subject());
        return switch (post(accountId, transfer)) {
            case WalletAnswer.Posted _ -> new Said.Captured(amount, transfer.id(), null);
            case WalletAnswer.Insufficient _ -> new Said.Ended(false, "insufficient_balance");
            case WalletAnswer other -> throw ProviderFailure.refused(transfer.id() + ": " + other);
        };
    }

    @Override
    public Said ask(Order order) throws ProviderFailure {
        return open(order);
    }

    @Override
    public Said confirm(Order order) throws ProviderFailure {
        return open(order);
    }

    /** A transfer that may be under way elsewhere cannot be stopped: it is made, and given back. */
    @Override
    public Said close(Order order) throws ProviderFailure {
        return open(order);
    }

    /** Whether it was asked for before, the transfer's id knows. */
    @Override
    public GivenBack giveBack(Order order, Refund refund, boolean again) throws ProviderFailure {
        var accountId = order.accountId();
        if (accountId == null) {
            return new GivenBack("no_wallet");
        }
        var transfer = new Transfer(
                "back:" + order.key().subject() + "-r" + refund.n(),
                TransferKind.REFUND,
                Money.of(refund.amount(), order.currency()),
                merchant(order.key()),
                order.key().subject());
        return switch (post(accountId, transfer)) {
            case WalletAnswer.Posted _ -> new GivenBack(null);
            case WalletAnswer.OverLimit _ -> new GivenBack("wallet_full");
            case WalletAnswer other -> {
                LOG.errorf("%s: %s", transfer.id(), other);
                yield new GivenBack("wallet_refused");
            }
        };
    }

    /** Who gets the money, as the ledger calls it: {@code hotel:7}. */
    private static String merchant(PaymentKey key) {
        Partition partition = key.partition();
        return partition.kind().name().toLowerCase(Locale.ROOT) + ":" + partition.id();
    }

    private WalletAnswer post(long accountId, Transfer transfer) throws ProviderFailure {
        Outcome<WalletAnswer> outcome;
        try {
            outcome = wallets.submit(accountId, new WalletCommand.Post(transfer, "system"))
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProviderFailure.unknown(transfer.id(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw ProviderFailure.unknown(transfer.id(), e);
        }
        if (outcome instanceof Outcome.Decided<WalletAnswer>(WalletAnswer answer)) {
            return answer;
        }
        throw ProviderFailure.unknown(transfer.id() + ": " + outcome, new IllegalStateException(outcome.toString()));
    }
}
