package io.jari.measure;

import io.jari.core.commit.Outcome;
import io.jari.core.id.SignedIds;
import io.jari.core.money.Money;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.wallet.WalletAnswer;
import io.jari.wallet.WalletCommand;
import io.jari.wallet.Wallets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Money moved in and out, each time of a wallet chosen at random. */
final class WalletLoad implements ClosedLoop.Shots {
    private static final Currency KRW = Currency.getInstance("KRW");
    private static final long ENOUGH = 1_000_000_000_000L;
    private static final long FIRST_ACCOUNT = 1_000_001;
    private static final int AT_ONCE = 1_000;

    private final Wallets wallets;
    private final int accounts;
    private final SignedIds ids = new SignedIds(9, new byte[32]);

    WalletLoad(Wallets wallets, int accounts) {
        this.wallets = wallets;
        this.accounts = accounts;
    }

    /** Gives each wallet enough to spend, once. */
    void fund() {
        var funded = new ArrayList<CompletableFuture<Outcome<WalletAnswer>>>();
        for (var n = 0; n < accounts; n++) {
            var transfer = new Transfer("fund", TransferKind.CHARGE, new Money(ENOUGH, KRW), "provider:bench", "bench");
            funded.add(wallets.submit(FIRST_ACCOUNT + n, new WalletCommand.Post(transfer, "bench")));
            if (funded.size() == AT_ONCE) {
                funded.forEach(CompletableFuture::join);
                funded.clear();
            }
        }
        funded.forEach(CompletableFuture::join);
    }

    @Override
    public CompletableFuture<ClosedLoop.Told> fire(int client) {
        var random = ThreadLocalRandom.current();
        long account = FIRST_ACCOUNT + random.nextInt(accounts);
        long amount = random.nextLong(1, 1_000);
        var id = ids.mint(account, System.currentTimeMillis());
        var transfer = random.nextBoolean()
                ? new Transfer(id, TransferKind.CHARGE, new Money(amount, KRW), "provider:bench", id)
                : new Transfer(id, TransferKind.PAYMENT, new Money(-amount, KRW), "hotel:1", id);
        return wallets.submit(account, new WalletCommand.Post(transfer, "account:1"))
                .thenApply(WalletLoad::told);
    }

    private static ClosedLoop.Told told(Outcome<WalletAnswer> outcome) {
        return outcome instanceof Outcome.Decided<WalletAnswer>(WalletAnswer.Posted posted) && !posted.repeated()
                ? ClosedLoop.Told.ACCEPTED
                : ClosedLoop.Told.FAILED;
    }
}
