package io.jari.core.commit;

/** What an exception of a {@link BatchWriter} means for the commands of its transaction. */
public enum Fault {
    /** Surely rolled back, and may succeed when run again: lock time-out, deadlock, serialization, connection lost before COMMIT. */
    RETRY,
    /** COMMIT was sent and its answer lost: run again, the commands' ids make it idempotent. */
    COMMIT_UNKNOWN,
    /** Surely rolled back because of the data of some command: split until the culprit is alone. */
    POISON,
    /** Anything else: every command of the transaction ends {@link Outcome.Failed}. */
    BROKEN
}
