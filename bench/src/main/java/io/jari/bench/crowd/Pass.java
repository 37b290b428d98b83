package io.jari.bench.crowd;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What a pass says of itself: kind (1 byte, 2), key (2), date (4), account (8), ticket (8), times and signature.
 *
 * @param ticket {@link Told#UNKNOWN} where it cannot be read
 */
record Pass(String text, long ticket) {
    private static final byte KIND = 2;
    private static final int TICKET_AT = 1 + 2 + 4 + 8;

    static Pass of(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var readable = bytes.remaining() >= TICKET_AT + Long.BYTES && bytes.get(0) == KIND;
            return new Pass(text, readable ? bytes.getLong(TICKET_AT) : Told.UNKNOWN);
        } catch (IllegalArgumentException notBase64) {
            return new Pass(text, Told.UNKNOWN);
        }
    }
}
