package io.jari.core.queue;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;

/** The numbers that a key stands for, as {@link Draw} defines them: always the same of one key. */
final class DrawNumbers {
    private final MessageDigest sha = Sha256.digest();
    private final ByteBuffer counted;
    private final ByteBuffer bytes = ByteBuffer.allocate(Sha256.BYTES).limit(0);
    private final int counterAt;
    private long counter;

    DrawNumbers(byte[] key) {
        this.counterAt = key.length;
        this.counted = ByteBuffer.allocate(key.length + Long.BYTES).put(key);
    }

    /**
     * The next one, uniform in 0 … bound − 1.
     *
     * @param bound above 0
     */
    long below(long bound) {
        var beyond = Long.remainderUnsigned(
                -bound, bound); // 2^64 mod bound: so many numbers at the top would favour the small ones
        while (true) {
            var number = next();
            if (beyond == 0 || Long.compareUnsigned(number, -beyond) < 0) {
                return Long.remainderUnsigned(number, bound);
            }
        }
    }

    private long next() {
        if (!bytes.hasRemaining()) {
            counted.putLong(counterAt, counter++);
            sha.update(counted.array());
            try {
                sha.digest(bytes.array(), 0, Sha256.BYTES);
            } catch (DigestException e) {
                throw new IllegalStateException("a hash has room for a hash", e);
            }
            bytes.clear();
        }
        return bytes.getLong();
    }
}
