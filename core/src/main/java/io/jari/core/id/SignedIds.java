package io.jari.core.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Mints and checks ids of 28 characters {@code [A-Za-z0-9_-]}: kind (1 byte), partition (5), milliseconds since 1970 (6), random
 * (4) and the first 5 bytes of their HMAC-SHA-256. A lookup finds its shard in the id, and a forged id is refused without a read.
 * The signature is no right: whoever may read what an id names is decided elsewhere.
 */
public final class SignedIds {

    /** Characters in an id. */
    public static final int LENGTH = 28;

    /** The largest partition an id can carry. */
    public static final long MAX_PARTITION = (1L << 40) - 1;

    private static final int SIGNED_BYTES = 16;
    private static final int SIGNATURE_BYTES = 5;
    private final byte kind;
    private final ThreadLocal<Mac> mac;

    /**
     * @param kind what the ids name, so that an id of one kind is no id of another
     * @param key at least 16 bytes
     */
    public SignedIds(int kind, byte[] key) {
        this.kind = (byte) kind;
        var secret = new SecretKeySpec(key, "HmacSHA256");
        this.mac = ThreadLocal.withInitial(() -> mac(secret));
    }

    /**
     * A new id.
     *
     * @param partition 0 to {@link #MAX_PARTITION}
     * @param timeMillis milliseconds since 1970; gives neighbours in time neighbouring ids
     */
    public String mint(long partition, long timeMillis) {
        return id(partition, timeMillis, ThreadLocalRandom.current().nextInt());
    }

    /**
     * The id that belongs to a name in a partition, always the same: where a caller's own key makes a request idempotent. Its time and
     * random bytes are the name's HMAC.
     *
     * @param partition 0 to {@link #MAX_PARTITION}
     */
    public String named(long partition, String name) {
        var hmac = mac.get();
        hmac.update(Long.toString(partition).getBytes(StandardCharsets.US_ASCII));
        hmac.update((byte) 0);
        var hash = ByteBuffer.wrap(hmac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        return id(partition, hash.getLong(), hash.getInt());
    }

    private String id(long partition, long time, int random) {
        if (partition < 0 || partition > MAX_PARTITION) {
            throw new IllegalArgumentException("partition " + partition);
        }
        var bytes = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
                .put(kind)
                .put((byte) (partition >>> 32))
                .putInt((int) partition)
                .putShort((short) (time >>> 32))
                .putInt((int) time)
                .putInt(random);
        bytes.put(signature(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The partition an id carries, or nothing when it is not one of ours. */
    public OptionalLong partition(String id) {
        if (id.length() != LENGTH) {
            return OptionalLong.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException _) {
            return OptionalLong.empty();
        }
        var given = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        if (bytes[0] != kind || !MessageDigest.isEqual(given, signature(bytes))) {
            return OptionalLong.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        return OptionalLong.of(((buffer.get(1) & 0xffL) << 32) | (buffer.getInt(2) & 0xffff_ffffL));
    }

    private byte[] signature(byte[] bytes) {
        var hmac = mac.get();
        hmac.update(bytes, 0, SIGNED_BYTES);
        return Arrays.copyOf(hmac.doFinal(), SIGNATURE_BYTES);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(key);
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
