package io.jari.core.queue;

import java.security.DigestException;
import java.security.MessageDigest;

/** Makes the published list of a draw, joiner by joiner: the leaves of tickets 1 … n of a date, {@link MerkleTree#HASH_BYTES} each. */
public final class DrawList {
    private final MessageDigest sha = Sha256.digest();
    private final int dateId;
    private final byte[] leaves;
    private int tickets;

    /** @param count n, 0 to {@link Draw#MOST_TICKETS} */
    public DrawList(int dateId, long count) {
        if (count < 0 || count > Draw.MOST_TICKETS) {
            throw new IllegalArgumentException(count + " tickets in a draw; at most " + Draw.MOST_TICKETS);
        }
        this.dateId = dateId;
        this.leaves = new byte[(int) count * MerkleTree.HASH_BYTES];
    }

    /**
     * The holder of the next ticket, which must be this one.
     *
     * @throws IllegalStateException when it is not: a list with a gap is no list
     */
    public void add(long ticket, Joiner joiner) {
        if (ticket != tickets + 1L || isFull()) {
            throw new IllegalStateException("ticket %d of date %d after %d".formatted(ticket, dateId, tickets));
        }
        try {
            sha.update(Draw.entry(dateId, ticket, joiner));
            sha.digest(leaves, tickets * MerkleTree.HASH_BYTES, MerkleTree.HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a hash has room for a hash", e);
        }
        tickets++;
    }

    /** @throws IllegalStateException while tickets are missing */
    public byte[] leaves() {
        if (!isFull()) {
            throw new IllegalStateException("only %d tickets of date %d".formatted(tickets, dateId));
        }
        return leaves;
    }

    private boolean isFull() {
        return (tickets + 1L) * MerkleTree.HASH_BYTES > leaves.length;
    }
}
