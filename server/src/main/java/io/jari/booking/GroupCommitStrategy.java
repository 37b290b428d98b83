package io.jari.booking;

import io.jari.core.commit.CommitListener;
import io.jari.core.commit.GroupCommit;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import java.util.concurrent.CompletableFuture;

/** The default: requests that arrive while one commit is under way form the next batch. */
final class GroupCommitStrategy implements Strategy {
    /** A generous guess of what a command and its answer take in memory. */
    private static final int COMMAND_BYTES = 1_024;

    private final GroupCommit<Integer, Command, Answer> groupCommit;

    GroupCommitStrategy(Limits limits, GroupedTransaction transaction, CommitListener listener) {
        this.groupCommit = new GroupCommit<>(limits, transaction, listener);
    }

    @Override
    public CompletableFuture<Outcome<Answer>> submit(int hotelId, Command command, long deadlineNanos) {
        return groupCommit.submit(hotelId, command, COMMAND_BYTES, deadlineNanos);
    }

    @Override
    public void close() {
        groupCommit.close();
    }
}
