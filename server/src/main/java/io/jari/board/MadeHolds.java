package io.jari.board;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The holds of a date that were ever made, by a hash of their ids: a request that was accepted before must hear so again, and is not refused
 * from memory. Grows only. Two ids may share a hash: then a refusal is the database's to give, and nothing else follows.
 */
final class MadeHolds {
    /** Some forty bytes each. */
    static final int BYTES = 40;

    private final Set<Integer> hashes = ConcurrentHashMap.newKeySet();

    void add(int hash) {
        hashes.add(hash);
    }

    boolean mayHave(String holdId) {
        return hashes.contains(holdId.hashCode());
    }

    int size() {
        return hashes.size();
    }
}
