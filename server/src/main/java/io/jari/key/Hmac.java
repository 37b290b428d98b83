package io.jari.key;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 by one key, for many: each thread keeps what it computes with. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";
    private final ThreadLocal<Mac> mac;

    /** By a key of 16 bytes or more. */
    public Hmac(byte[] key) {
        var secret = new SecretKeySpec(key, ALGORITHM);
        this.mac = ThreadLocal.withInitial(() -> begin(secret));
    }

    /** The 32 bytes for the first {@code length} of these. */
    public byte[] of(byte[] bytes, int length) {
        var hmac = mac.get();
        hmac.update(bytes, 0, length);
        return hmac.doFinal();
    }

    private static Mac begin(SecretKeySpec key) {
        try {
            var hmac = Mac.getInstance(ALGORITHM);
            hmac.init(key);
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
