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
import java.util.Arrays;
import java.util.Currency;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Clients that each move money, wait for the answer, and move money again: in, then out, each time in a wallet chosen at random. */
final class WalletLoad {
    private static final Currency KRW = Currency.getInstance("KRW");
    private static final long ENOUGH = 1_000_000_000_000L;
    private static final int MOST_SAMPLES = 20_000_000;
    private static final long FIRST_ACCOUNT = 1_000_001;

    private final Wallets wallets;
    private final int accounts;
    private final SignedIds ids = new SignedIds(9, new byte[32]);
    private final Phaser clients = new Phaser(1);
    private final LongAdder failed = new LongAdder();
    private final AtomicInteger samples = new AtomicInteger();
    private final int[] micros = new int[MOST_SAMPLES];
    private volatile boolean measuring;
    private volatile boolean stopped;

    WalletLoad(Wallets wallets, int accounts) {
        this.wallets = wallets;
        this.accounts = accounts;
    }

    /** Gives each wallet enough to spend. */
    void fund() {
        var funded = new ArrayList<CompletableFuture<Outcome<WalletAnswer>>>();
        for (var n = 0; n < accounts; n++) {
            var transfer = new Transfer("fund", TransferKind.CHARGE, new Money(ENOUGH, KRW), "provider:bench", "bench");
            funded.add(wallets.submit(FIRST_ACCOUNT + n, new WalletCommand.Post(transfer, "bench")));
            if (funded.size() == 1_000) {
                funded.forEach(CompletableFuture::join);
                funded.clear();
            }
        }
        funded.forEach(CompletableFuture::join);
    }

    void begin(int count) {
        clients.bulkRegister(count);
        for (var n = 0; n < count; n++) {
            next(true);
        }
    }

    private void next(boolean in) {
        if (stopped) {
            clients.arriveAndDeregister();
            return;
        }
        var random = ThreadLocalRandom.current();
        long account = FIRST_ACCOUNT + random.nextInt(accounts);
        long amount = random.nextLong(1, 1_000);
        var id = ids.mint(account, System.currentTimeMillis());
        var transfer = in
                ? new Transfer(id, TransferKind.CHARGE, new Money(amount, KRW), "provider:bench", id)
                : new Transfer(id, TransferKind.PAYMENT, new Money(-amount, KRW), "hotel:1", id);
        long sinceNanos = System.nanoTime();
        var _ = wallets.submit(account, new WalletCommand.Post(transfer, "account:1"))
                .thenAccept(outcome -> answered(outcome, sinceNanos, in));
    }

    private void answered(Outcome<WalletAnswer> outcome, long sinceNanos, boolean in) {
        if (outcome instanceof Outcome.Decided<WalletAnswer>(WalletAnswer.Posted posted) && !posted.repeated()) {
            if (measuring) {
                var n = samples.getAndIncrement();
                micros[n % MOST_SAMPLES] = (int) ((System.nanoTime() - sinceNanos) / 1_000);
            }
            next(!in);
        } else {
            failed.increment();
            // Not here: a refusal comes at once, and would be asked for again and again within itself.
            CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS).execute(() -> next(!in));
        }
    }

    void measure(boolean whether) {
        measuring = whether;
    }

    /** Waits for the answers under way. */
    void end() {
        stopped = true;
        clients.arriveAndAwaitAdvance();
    }

    int answers() {
        return samples.get();
    }

    long failures() {
        return failed.sum();
    }

    /** Times of answers in microseconds, least first; to be asked at the end. */
    int[] sortedMicros() {
        var sorted = Arrays.copyOf(micros, Math.min(samples.get(), MOST_SAMPLES));
        Arrays.sort(sorted);
        return sorted;
    }
}
