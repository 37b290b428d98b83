package io.jari.commit;

import io.jari.core.commit.BatchWriter;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.GroupCommit;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import java.util.concurrent.CompletableFuture;

/** The default: requests that arrive while one commit is under way form the next batch. */
public final class GroupCommitStrategy<P, C, R> implements Strategy<P, C, R> {
    /** A generous guess of what a command and its answer take in memory. */
    private static final int COMMAND_BYTES = 1_024;

    private final GroupCommit<P, C, R> groupCommit;

    public GroupCommitStrategy(Limits limits, BatchWriter<P, C, R> transaction, CommitListener listener) {
        this.groupCommit = new GroupCommit<>(limits, transaction, listener);
    }

    @Override
    public CompletableFuture<Outcome<R>> submit(P partition, C command, long deadlineNanos) {
        return groupCommit.submit(partition, command, COMMAND_BYTES, deadlineNanos);
    }

    @Override
    public void close() {
        groupCommit.close();
    }
}
