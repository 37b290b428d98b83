package io.jari.core.queue;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to be inside: kind 2 (1 byte), key (2), date (4), account (8), ticket (8), entered at and expires at (8 each, epoch
 * milliseconds), signature (16); 74 characters. Checked where seats are taken, without asking anybody.
 *
 * @param keyId 1 to 65,535
 * @param enteredAt whole milliseconds; stays as it is when the pass is renewed
 * @param expiresAt whole milliseconds
 */
public record Pass(int keyId, int dateId, long accountId, long ticket, Instant enteredAt, Instant expiresAt) {
    private static final byte KIND = 2;
    private static final int BYTES = 1 + 2 + 4 + 4 * Long.BYTES + SignedText.SIGNATURE;
    private static final int DATE_AT = 3;
    private static final int ACCOUNT_AT = 7;
    private static final int TICKET_AT = 15;
    private static final int ENTERED_AT = 23;
    private static final int EXPIRES_AT = 31;

    /** Characters in a pass. */
    public static final int LENGTH = SignedText.length(BYTES);

    /** The bytes, with room for the signature. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(KIND)
                .putShort((short) keyId)
                .putInt(dateId)
                .putLong(accountId)
                .putLong(ticket)
                .putLong(enteredAt.toEpochMilli())
                .putLong(expiresAt.toEpochMilli())
                .array();
    }

    /**
     * The text of a pass.
     *
     * @param bytes as {@link #bytes()} gives them; their signature is filled in
     * @param hmac of those that are signed; 16 bytes or more
     */
    public static String text(byte[] bytes, byte[] hmac) {
        return SignedText.sign(bytes, hmac);
    }

    /** The bytes of a text that has the form of a pass; null when it has not. */
    public static byte @Nullable [] bytes(String text) {
        return SignedText.read(text, KIND, BYTES);
    }

    /** The key that has signed these bytes, or is said to. */
    public static int keyId(byte[] bytes) {
        return SignedText.keyId(bytes);
    }

    /** What bytes say whose signature is good. */
    public static Pass of(byte[] bytes) {
        var fields = ByteBuffer.wrap(bytes);
        return new Pass(
                SignedText.keyId(bytes),
                fields.getInt(DATE_AT),
                fields.getLong(ACCOUNT_AT),
                fields.getLong(TICKET_AT),
                Instant.ofEpochMilli(fields.getLong(ENTERED_AT)),
                Instant.ofEpochMilli(fields.getLong(EXPIRES_AT)));
    }
}
