package io.jari.ticket;

import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text in a ticket's QR code, 60 characters {@code [A-Za-z0-9_-]}: key (1 byte), date (4), hold (21), seat (3), and the first 16 bytes
 * of their HMAC-SHA-256. The algorithm is fixed; the first byte says by which key, so that another can follow while tickets of the first
 * are about. 45 bytes are 60 characters without a bit to spare: no two texts say the same.
 */
@ApplicationScoped
public class TicketTokens {
    /** Characters in a token. */
    static final int LENGTH = 60;

    /** What is compared by eye where no scanner works: the last characters of a token. */
    static final int LAST = 6;

    private static final byte KEY = 1;
    private static final int HOLD_BYTES = 21;
    private static final int MOST_SEAT = 0xff_ffff;
    private static final int SIGNED_BYTES = 1 + Integer.BYTES + HOLD_BYTES + 3;
    private static final int SIGNATURE_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public TicketTokens(Secret secret) {
        this.key = new SecretKeySpec(secret.derive("ticket-" + KEY), ALGORITHM);
    }

    /** What a token turns out to be. It says nothing of whether the ticket is still good. */
    sealed interface Read {
        /** We signed it. */
        record Valid(int dateId, String holdId, int seat) implements Read {}

        /** We did not, or it was changed. */
        record Forged() implements Read {}
    }

    String token(int dateId, String holdId, int seat) {
        var hold = Base64.getUrlDecoder().decode(holdId);
        if (hold.length != HOLD_BYTES || seat < 0 || seat > MOST_SEAT) {
            throw new IllegalArgumentException("seat %d of hold %s".formatted(seat, holdId));
        }
        var bytes = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
                .put(KEY)
                .putInt(dateId)
                .put(hold)
                .put((byte) (seat >>> 16))
                .putShort((short) seat);
        bytes.put(signature(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    Read read(String token) {
        if (token.length() != LENGTH) {
            return new Read.Forged();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return new Read.Forged();
        }
        if (bytes.length != SIGNED_BYTES + SIGNATURE_BYTES
                || !MessageDigest.isEqual(Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length), signature(bytes))
                || bytes[0] != KEY) {
            return new Read.Forged();
        }
        var hold = Arrays.copyOfRange(bytes, 1 + Integer.BYTES, 1 + Integer.BYTES + HOLD_BYTES);
        var fields = ByteBuffer.wrap(bytes);
        return new Read.Valid(
                fields.getInt(1),
                Base64.getUrlEncoder().withoutPadding().encodeToString(hold),
                fields.getInt(SIGNED_BYTES - Integer.BYTES) & MOST_SEAT);
    }

    private byte[] signature(byte[] bytes) {
        try {
            var hmac = Mac.getInstance(ALGORITHM);
            hmac.init(key);
            hmac.update(bytes, 0, SIGNED_BYTES);
            return Arrays.copyOf(hmac.doFinal(), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
