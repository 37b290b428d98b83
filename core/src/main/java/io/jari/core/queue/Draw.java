package io.jari.core.queue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How those who joined before the opening are put in an order that nobody could choose and anybody can check. All there is to it,
 * exact enough to write another verifier from:
 *
 * <ol>
 *   <li>When the line is made, a <b>seed</b> of {@link #SEED_BYTES} random bytes is drawn. {@code seedHash = SHA-256(seed)} is
 *       published at once, the seed itself after the draw.
 *   <li>Who joins gets the next <b>ticket</b>, 1, 2, 3 …, and with it a token that names the date, the ticket and the {@link Joiner}.
 *       At the opening the list is frozen: tickets 1 … n take part. The <b>leaf</b> of ticket t is
 *       {@code SHA-256(0x00 || dateID (4 bytes) || t (8 bytes) || joiner (16 bytes))}. Published are n, the leaves in the order of
 *       tickets, and the <b>root</b> of their {@link MerkleTree} (RFC 9162 §2.1.1, the leaf of ticket 1 being d[0]'s).
 *   <li>Where a source was named beforehand, its <b>public value</b> becomes known only now.
 *   <li>{@code key = SHA-256(seed || root || publicValue)}, the value in UTF-8; nothing in its place where no source was named.
 *   <li>The <b>order</b> begins as tickets 1 … n and is shuffled (Fisher and Yates; Knuth, The Art of Computer Programming, vol. 2,
 *       §3.4.2, algorithm P): for i = n − 1 down to 1 the tickets at i and j change places (counting from 0), j being uniform in
 *       0 … i. Numbers come from the bytes {@code SHA-256(key || 0) || SHA-256(key || 1) || …} (counters of 8 bytes), 8 bytes at a
 *       time, unsigned. One that is not below the largest multiple of i + 1 that is at most 2^64 is left out and the next taken;
 *       j is the remainder after division by i + 1. The ticket at k has <b>rank</b> k + 1.
 *   <li>Tickets above n, taken after the opening, have their own number as rank.
 * </ol>
 *
 * <p>All numbers are big-endian. Whoever joins can be in the list but once, and can't know the seed; the house knows the seed but
 * has shown its hash before anybody joined. Without a public value the house could add made-up joiners, try what order each makes,
 * and freeze the list when it likes the order: the value takes that away.
 */
public final class Draw {
    public static final int SEED_BYTES = 32;

    /** The most tickets that take part in one draw: their leaves, 64 MB, are read into memory. */
    public static final int MOST_TICKETS = 2_000_000;

    private static final byte LEAF = 0;
    private static final int LEAF_BYTES = 1 + Integer.BYTES + Long.BYTES + Joiner.BYTES;

    private Draw() {}

    /** What is published of a seed before the draw. */
    public static byte[] seedHash(byte[] seed) {
        return Sha256.digest().digest(seed);
    }

    /** What stands for a ticket in the published list; tells of the joiner nothing that who holds the token does not know. */
    public static byte[] leaf(int dateId, long ticket, Joiner joiner) {
        return Sha256.digest().digest(entry(dateId, ticket, joiner));
    }

    static byte[] entry(int dateId, long ticket, Joiner joiner) {
        return ByteBuffer.allocate(LEAF_BYTES)
                .put(LEAF)
                .putInt(dateId)
                .putLong(ticket)
                .putLong(joiner.high())
                .putLong(joiner.low())
                .array();
    }

    /** @param publicValue null where no source was named */
    public static byte[] key(byte[] seed, byte[] root, @Nullable String publicValue) {
        var sha = Sha256.digest();
        sha.update(seed);
        sha.update(root);
        return sha.digest(publicValue == null ? new byte[0] : publicValue.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The ticket of each rank: {@code order[k]} is the ticket at rank k + 1.
     *
     * @param count n, 0 to {@link #MOST_TICKETS}
     */
    public static int[] order(byte[] key, int count) {
        check(count);
        var order = new int[count];
        for (var i = 0; i < count; i++) {
            order[i] = i + 1;
        }
        var numbers = new DrawNumbers(key);
        for (var i = count - 1; i > 0; i--) {
            var j = (int) numbers.below(i + 1);
            var ticket = order[i];
            order[i] = order[j];
            order[j] = ticket;
        }
        return order;
    }

    /** The rank of each ticket: {@code ranks[t - 1]} is ticket t's. Takes four bytes a ticket to keep. */
    public static int[] ranks(byte[] key, int count) {
        var order = order(key, count);
        var ranks = new int[count];
        for (var k = 0; k < count; k++) {
            ranks[order[k] - 1] = k + 1;
        }
        return ranks;
    }

    private static void check(int count) {
        if (count < 0 || count > MOST_TICKETS) {
            throw new IllegalArgumentException(count + " tickets in a draw; at most " + MOST_TICKETS);
        }
    }
}
