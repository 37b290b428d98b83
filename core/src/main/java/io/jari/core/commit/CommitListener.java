package io.jari.core.commit;

/**
 * Hears what a {@link GroupCommit} does, for metrics. Called on writer threads ({@link #rejected} on the submitting one), by several at
 * once; must be quick. What it throws is ignored.
 */
public interface CommitListener {

    /** Hears nothing. */
    CommitListener NONE = new CommitListener() {};

    /** A batch of one partition was formed; its oldest command had waited {@code oldestWaitNanos}. */
    default void taken(int commands, long oldestWaitNanos) {}

    /** A transaction returned: {@code nanos} from the call of the writer to its return, COMMIT included. */
    default void committed(int partitions, int commands, long nanos) {}

    /** A transaction ended in {@code fault} and its commands will be run again, if their deadlines allow. */
    default void retried(Fault fault, int commands) {}

    /** A transaction with {@code commands} commands was split in two because one of them is poisonous. */
    default void split(int commands) {}

    /** A partition was left alone because another process holds it, and waits for its next turn. */
    default void skipped(int commands) {}

    /** Accepted commands ended without a decision: not executed, unknown or failed. */
    default void undecided(Outcome<?> outcome) {}

    /** A command was refused on submission. */
    default void rejected(Rejection rejection) {}

    /** Which limit refused a command. */
    enum Rejection {
        PARTITION_FULL,
        TOTAL_FULL,
        BYTES_FULL,
        CLOSED
    }
}
