package io.jari.core.queue;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a place in a line is known by: kind 1 (1 byte), key (2), date (4), ticket (8), joiner (16), valid till (4, epoch seconds, unsigned),
 * signature (16); 68 characters. Whoever has the key reads it without asking anybody.
 *
 * @param keyId 1 to 65,535
 * @param ticket from 1
 * @param validTill whole seconds
 */
public record QueueToken(int keyId, int dateId, long ticket, Joiner joiner, Instant validTill) {
    private static final byte KIND = 1;
    private static final int BYTES = 1 + 2 + 4 + 8 + Joiner.BYTES + 4 + SignedText.SIGNATURE;
    private static final int DATE_AT = 3;
    private static final int TICKET_AT = 7;
    private static final int JOINER_AT = 15;
    private static final int VALID_TILL_AT = 31;
    private static final long UNSIGNED = 0xffff_ffffL;

    /** Characters in a token. */
    public static final int LENGTH = SignedText.length(BYTES);

    /** The bytes, with room for the signature. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(KIND)
                .putShort((short) keyId)
                .putInt(dateId)
                .putLong(ticket)
                .putLong(joiner.high())
                .putLong(joiner.low())
                .putInt((int) validTill.getEpochSecond())
                .array();
    }

    /**
     * The text of a token.
     *
     * @param bytes as {@link #bytes()} gives them; their signature is filled in
     * @param hmac of those that are signed; 16 bytes or more
     */
    public static String text(byte[] bytes, byte[] hmac) {
        return SignedText.sign(bytes, hmac);
    }

    /** The bytes of a text that has the form of a token; null when it has not. */
    public static byte @Nullable [] bytes(String text) {
        return SignedText.read(text, KIND, BYTES);
    }

    /** The key that has signed these bytes, or is said to. */
    public static int keyId(byte[] bytes) {
        return SignedText.keyId(bytes);
    }

    /** What bytes say whose signature is good. */
    public static QueueToken of(byte[] bytes) {
        var fields = ByteBuffer.wrap(bytes);
        return new QueueToken(
                SignedText.keyId(bytes),
                fields.getInt(DATE_AT),
                fields.getLong(TICKET_AT),
                new Joiner(fields.getLong(JOINER_AT), fields.getLong(JOINER_AT + Long.BYTES)),
                Instant.ofEpochSecond(fields.getInt(VALID_TILL_AT) & UNSIGNED));
    }
}
