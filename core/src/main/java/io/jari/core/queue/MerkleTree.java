package io.jari.core.queue;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hash of a list such that none of it can be changed, and that each entry is in it can be shown by few hashes. As RFC 9162
 * (Certificate Transparency 2.0), §2.1, defines it with SHA-256, upon the <em>hashes</em> of the entries: a leaf here is the RFC's
 * {@code MTH({d[0]}) = HASH(0x00 || d[0])}, and what {@code d} is {@link Draw} says.
 *
 * <p>Leaves are given one after another in one array, {@link #HASH_BYTES} each, numbered from 0.
 */
public final class MerkleTree {
    public static final int HASH_BYTES = Sha256.BYTES;

    private static final byte NODE = 1;

    private MerkleTree() {}

    /**
     * The hash of the whole list, §2.1.1: of none it is SHA-256 of nothing, of one the leaf itself, of {@code n > 1} SHA-256(0x01 ||
     * hash of the first {@code k} || hash of the others), {@code k} being the largest power of two smaller than {@code n}. Hashing
     * neighbours in pairs, level by level, and passing on the last of an odd number as it is makes the same tree.
     *
     * @throws IllegalArgumentException when the bytes are not a number of whole leaves
     */
    public static byte[] root(byte[] leaves) {
        var sha = Sha256.digest();
        var level = leaves.clone();
        var size = count(leaves);
        if (size == 0) {
            return sha.digest();
        }
        while (size > 1) {
            size = reduce(sha, level, size);
        }
        return Arrays.copyOf(level, HASH_BYTES);
    }

    /**
     * Shows that a leaf is in the list, §2.1.3.1: the hashes beside the way from the leaf to the root, the lowest first.
     *
     * @param index of the leaf, from 0
     * @throws IndexOutOfBoundsException when there is no such leaf
     */
    public static List<byte[]> proof(byte[] leaves, int index) {
        var sha = Sha256.digest();
        var level = leaves.clone();
        var size = count(leaves);
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        var proof = new ArrayList<byte[]>();
        for (var at = index; size > 1; at >>= 1) {
            var beside = at ^ 1;
            if (beside < size) {
                proof.add(Arrays.copyOfRange(level, beside * HASH_BYTES, (beside + 1) * HASH_BYTES));
            }
            size = reduce(sha, level, size);
        }
        return List.copyOf(proof);
    }

    /**
     * Whether a proof shows that a leaf is in the list of this root, §2.1.3.2.
     *
     * @param index of the leaf, from 0
     * @param count of the leaves
     */
    public static boolean proves(List<byte[]> proof, byte[] leaf, long index, long count, byte[] root) {
        if (index < 0 || index >= count) {
            return false;
        }
        var sha = Sha256.digest();
        var hash = leaf;
        var way = index;
        var last = count - 1;
        for (var beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((way & 1) == 1 || way == last) {
                hash = node(sha, beside, hash);
                while ((way & 1) == 0 && way != 0) { // levels at which the last one was passed on
                    way >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(sha, hash, beside);
            }
            way >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** The next level, in place; returns its size. */
    private static int reduce(MessageDigest sha, byte[] level, int size) {
        try {
            for (var pair = 0; pair < size / 2; pair++) {
                sha.update(NODE);
                sha.update(level, 2 * pair * HASH_BYTES, 2 * HASH_BYTES);
                sha.digest(level, pair * HASH_BYTES, HASH_BYTES);
            }
        } catch (DigestException e) {
            throw new IllegalStateException("a hash has room for a hash", e);
        }
        if (size % 2 == 1) {
            System.arraycopy(level, (size - 1) * HASH_BYTES, level, (size / 2) * HASH_BYTES, HASH_BYTES);
        }
        return (size + 1) / 2;
    }

    private static byte[] node(MessageDigest sha, byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    private static int count(byte[] leaves) {
        if (leaves.length % HASH_BYTES != 0) {
            throw new IllegalArgumentException(leaves.length + " bytes are no number of whole leaves");
        }
        return leaves.length / HASH_BYTES;
    }
}
