package io.jari.board;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The holds of a date that were ever made, by a hash of their ids: a request that was accepted before must hear so again, and is not refused
 * from memory. Two ids may share a hash: then a refusal is the database's to give, and nothing else follows. The same where there are more
 * than are kept.
 */
final class MadeHolds {
    /** Many times the seats of a hall; some 11 MB. */
    static final int MOST = 200_000;

    private static final int BYTES = 56;

    private final Set<Integer> hashes = ConcurrentHashMap.newKeySet();

    void add(int hash) {
        if (hashes.size() <= MOST) {
            hashes.add(hash);
        }
    }

    boolean mayHave(String holdId) {
        return hashes.size() > MOST || hashes.contains(holdId.hashCode());
    }

    int bytes() {
        return hashes.size() * BYTES;
    }
}
