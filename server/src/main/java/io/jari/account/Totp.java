package io.jari.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute (RFC 6238), as all authenticator apps make them: SHA-1, six digits. */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** Clocks of phones are a little off, and typing takes a while. */
    private static final int DRIFT = 1;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String ALGORITHM = "HmacSHA1";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        var text = Integer.toString(truncated(hmac(secret, step)) % MODULUS);
        return "0".repeat(DIGITS - text.length()) + text;
    }

    static boolean looksRight(String text) {
        return text.length() == DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The step that this is the code of, of those near this moment and after the last one used. */
    static OptionalLong step(byte[] secret, String code, Instant at, long lastStep) {
        var now = step(at);
        var found = OptionalLong.empty();
        for (var step = Math.max(now - DRIFT, lastStep + 1); step <= now + DRIFT; step++) {
            if (code(secret, step).equals(code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** RFC 4226, 5.3. */
    private static int truncated(byte[] hmac) {
        var offset = hmac[hmac.length - 1] & 0xf;
        return ByteBuffer.wrap(hmac).getInt(offset) & Integer.MAX_VALUE;
    }

    private static byte[] hmac(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
