package io.jari.seat;

import io.jari.commit.OneByOne;
import io.jari.commit.OutsideLocks;
import io.jari.commit.Strategy;
import io.jari.core.commit.Batch;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Outcome;
import io.jari.core.commit.Written;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One transaction per request, as textbooks have it, without the head's lock so that each is judged fairly. It decides with the same
 * rules and writes the same rows. For study and comparison: other processes see what it sold only when they read afresh.
 */
final class TextbookStrategy implements Strategy<Integer, Command, Answer> {
    private final HoldTransaction transaction;
    private final Function<Command, List<String>> lockNames;
    private final OutsideLocks locks;
    private final OneByOne oneByOne;

    /** @param poolSize transactions under way at once */
    TextbookStrategy(HoldTransaction transaction, int poolSize, int tries, CommitListener listener) {
        this(transaction, poolSize, tries, listener, _ -> List.of(), new OutsideLocks(name -> {
            throw new IllegalStateException("no lock is wanted: " + name);
        }));
    }

    private TextbookStrategy(
            HoldTransaction transaction,
            int poolSize,
            int tries,
            CommitListener listener,
            Function<Command, List<String>> lockNames,
            OutsideLocks locks) {
        this.transaction = transaction;
        this.lockNames = lockNames;
        this.locks = locks;
        this.oneByOne = new OneByOne(poolSize, tries, listener);
    }

    /** The same while another program's locks of all that is wanted are held, taken in one order by all. */
    static TextbookStrategy locked(
            HoldTransaction transaction, int poolSize, int tries, CommitListener listener, OutsideLocks locks) {
        return new TextbookStrategy(transaction, poolSize, tries, listener, TextbookStrategy::wanted, locks);
    }

    private static List<String> wanted(Command command) {
        return switch (command) {
            case Command.Hold hold
            when hold.choices().size() == 1 ->
                hold.choices().getFirst().stream()
                        .sorted()
                        .map(seat -> "seat:" + seat)
                        .toList();
            case Command.OfHold hold -> List.of("hold:" + hold.holdId());
            case Command.Block _ -> List.of("blocked");
        };
    }

    @Override
    public CompletableFuture<Outcome<Answer>> submit(Integer dateId, Command command, long deadlineNanos) {
        var alone = List.of(new Batch<>(dateId, List.of(command)));
        var names = lockNames.apply(command).stream()
                .map(name -> "date:" + dateId + ":" + name)
                .toList();
        return oneByOne.submit(
                locks,
                names,
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
