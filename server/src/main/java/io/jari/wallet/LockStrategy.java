package io.jari.wallet;

import io.jari.commit.OneByOne;
import io.jari.commit.Strategy;
import io.jari.core.commit.Batch;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Outcome;
import io.jari.core.commit.Written;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One transaction for each transfer, as textbooks have it: SELECT … FOR UPDATE on the account's row, then the same reads, rules and
 * writes. For study and comparison.
 */
final class LockStrategy implements Strategy<Long, WalletCommand, WalletAnswer> {
    private static final int TRIES = 20;

    private final WalletTransaction transaction;
    private final OneByOne oneByOne;

    /**
     * @param poolSize transactions under way at once
     */
    LockStrategy(WalletTransaction transaction, int poolSize, CommitListener listener) {
        this.transaction = transaction;
        this.oneByOne = new OneByOne(poolSize, TRIES, listener);
    }

    @Override
    public CompletableFuture<Outcome<WalletAnswer>> submit(Long accountId, WalletCommand command, long deadlineNanos) {
        var alone = List.of(new Batch<>(accountId, List.of(command)));
        return oneByOne.submit(
                () -> switch (transaction.write(alone).getFirst()) {
                    case Written.Results<WalletAnswer>(var results) -> results.getFirst();
                    case Written.Skipped<WalletAnswer>() -> throw new IllegalStateException("the first is waited for");
                },
                deadlineNanos);
    }

    @Override
    public void close() {
        oneByOne.close();
    }
}
