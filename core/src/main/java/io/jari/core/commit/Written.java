package io.jari.core.commit;

import java.util.List;

/** What a transaction did with one of its batches. */
public sealed interface Written<R> {

    /** Decided and committed: one result per command, in order. */
    record Results<R>(List<R> results) implements Written<R> {
        public Results {
            results = List.copyOf(results);
        }
    }

    /** Left alone because another process holds the partition. Never the first batch of a transaction: that one is waited for. */
    record Skipped<R>() implements Written<R> {}
}
