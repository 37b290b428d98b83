package io.jari.queue;

import io.jari.JariServer;
import io.jari.db.TestData;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as a server gives them. */
final class TestTokens {
    private final byte[] key;

    TestTokens(JariServer server) {
        this.key = TestData.secret(server).derive("queue-keys");
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
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(bytes.array(), 0, bytes.position());
            bytes.put(mac.doFinal(), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
