package io.jari.queue;

import io.jari.JariServer;
import io.jari.db.TestData;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as a server gives them. */
final class TestTokens {
    private final byte[] key;

    TestTokens(JariServer server) {
        this.key = hmac(TestData.secret(server).derive("queue-keys"), salt(server));
    }

    private static byte[] salt(JariServer server) {
        return HexFormat.of()
                .parseHex(TestData.text(server, "select encode(salt, 'hex') from signing_key where key_id = 1"));
    }

    private static byte[] hmac(byte[] key, byte[] of) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String of(int dateId, long ticket, Instant validTill) {
        var bytes = ByteBuffer.allocate(51)
                .put((byte) 1)
                .putShort((short) 1)
                .putInt(dateId)
                .putLong(ticket)
                .putLong(7)
                .putLong(8)
                .putInt((int) validTill.getEpochSecond());
        bytes.put(hmac(key, Arrays.copyOf(bytes.array(), bytes.position())), 0, 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
