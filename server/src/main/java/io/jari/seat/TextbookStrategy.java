package io.jari.seat;

import io.jari.commit.OneByOne;
import io.jari.commit.Strategy;
import io.jari.core.commit.Batch;
import io.jari.core.commit.Outcome;
import io.jari.core.commit.Written;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One transaction per request, as textbooks have it, without the head's lock so that each is judged fairly. It decides with the same
 * rules and writes the same rows. For study and comparison: other processes see what it sold only when they read afresh.
 */
final class TextbookStrategy implements Strategy<Integer, Command, Answer> {
    private final HoldTransaction transaction;
    private final OneByOne oneByOne;

    /** @param poolSize transactions under way at once */
    TextbookStrategy(HoldTransaction transaction, int poolSize, int tries) {
        this.transaction = transaction;
        this.oneByOne = new OneByOne(poolSize, tries);
    }

    @Override
    public CompletableFuture<Outcome<Answer>> submit(Integer dateId, Command command, long deadlineNanos) {
        var alone = List.of(new Batch<>(dateId, List.of(command)));
        return oneByOne.submit(
                () -> switch (transaction.write(alone).getFirst()) {
                    case Written.Results<Answer>(var results) -> results.getFirst();
                    case Written.Skipped<Answer>() -> throw new IllegalStateException("the first is waited for");
                },
                deadlineNanos);
    }

    @Override
    public void close() {
        oneByOne.close();
    }
}
