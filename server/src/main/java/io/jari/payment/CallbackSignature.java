package io.jari.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a callback, over its raw body: HMAC-SHA-256 of {@code id.timestamp.body}, as in
 * <a href="https://www.standardwebhooks.com">Standard Webhooks</a>. Compared in constant time; good for five minutes around its time.
 */
final class CallbackSignature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String VERSION = "v1,";
    private final byte[] key;

    /** @param secret {@code whsec_} and base64 */
    CallbackSignature(String secret) {
        this.key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    /** @param signatures one or more, with spaces between: a secret may be in change */
    boolean signs(String id, String timestamp, String signatures, byte[] body, Instant now) {
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException _) {
            return false;
        }
        var at = now.getEpochSecond();
        if (seconds < at - WINDOW.toSeconds() || seconds > at + WINDOW.toSeconds()) {
            return false;
        }
        var expected = mac(id, timestamp, body);
        var good = false;
        for (var signature : signatures.split(" ", -1)) {
            good |= signature.startsWith(VERSION)
                    && MessageDigest.isEqual(
                            expected, signature.substring(VERSION.length()).getBytes(StandardCharsets.US_ASCII));
        }
        return good;
    }

    private byte[] mac(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
