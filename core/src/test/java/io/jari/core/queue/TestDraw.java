package io.jari.core.queue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** A draw by the letter of its definition, written without the code under test. */
final class TestDraw {
    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(64);

    private TestDraw() {}

    static byte[] sha256(byte[]... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] leaf(int dateId, long ticket, String joinerHex) {
        return sha256(hex("00" + "%08x".formatted(dateId) + "%016x".formatted(ticket) + joinerHex));
    }

    /** The RFC's recursive MTH. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** The RFC's recursive PATH. */
    static List<byte[]> path(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        var k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        var left = leaves.subList(0, k);
        var right = leaves.subList(k, leaves.size());
        var path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
        path.add(root(m < k ? right : left));
        return path;
    }

    static byte[] key(byte[] seed, byte[] root, String value) {
        return sha256(seed, root, value.getBytes(StandardCharsets.UTF_8));
    }

    static List<Integer> order(byte[] key, int count) {
        var order = new ArrayList<Integer>();
        for (var ticket = 1; ticket <= count; ticket++) {
            order.add(ticket);
        }
        var numbers = new Numbers(key);
        for (var i = count - 1; i >= 1; i--) {
            Collections.swap(order, i, numbers.below(BigInteger.valueOf(i + 1)).intValueExact());
        }
        return order;
    }

    /** The stream of numbers. */
    static final class Numbers {
        private final byte[] key;
        private long taken;
        int rejected;

        Numbers(byte[] key) {
            this.key = key;
        }

        BigInteger below(BigInteger bound) {
            while (true) {
                var block =
                        sha256(key, ByteBuffer.allocate(8).putLong(taken / 4).array());
                var at = (int) (taken++ % 4) * 8;
                var number = new BigInteger(1, Arrays.copyOfRange(block, at, at + 8));
                if (number.compareTo(ALL.divide(bound).multiply(bound)) < 0) {
                    return number.mod(bound);
                }
                rejected++;
            }
        }
    }

    static byte[] join(List<byte[]> leaves) {
        var joined = ByteBuffer.allocate(leaves.size() * 32);
        leaves.forEach(joined::put);
        return joined.array();
    }

    /** So many, no two alike. */
    static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (var ticket = 1; ticket <= count; ticket++) {
            leaves.add(leaf(3, ticket, "%032x".formatted(1000 + ticket)));
        }
        return leaves;
    }
}
