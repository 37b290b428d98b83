package io.jari.core.queue;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that begin with their kind (1 byte) and the number of a key (2), and end in the first 16 bytes of the HMAC by that key over all before,
 * as base64url without padding. Reading is as cheap as can be, since everybody who waits is read again and again: no exceptions, no text in
 * between. No two texts are the same bytes.
 */
public final class SignedText {
    /** Bytes of a signature. */
    public static final int SIGNATURE = 16;

    private static final int KEY_AT = 1;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] SIXES = sixes();

    private SignedText() {}

    private static byte[] sixes() {
        var sixes = new byte[128];
        Arrays.fill(sixes, (byte) -1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (var i = 0; i < alphabet.length(); i++) {
            sixes[alphabet.charAt(i)] = (byte) i;
        }
        return sixes;
    }

    /** How many characters so many bytes are. */
    static int length(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    static String write(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The bytes of a text of this kind and size; null when it is none. Nothing is said of its signature. */
    static byte @Nullable [] read(String text, int kind, int size) {
        if (text.length() != length(size)) {
            return null;
        }
        var bytes = new byte[size];
        var bits = 0;
        var held = 0;
        var at = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var six = c < SIXES.length ? SIXES[c] : -1;
            if (six < 0) {
                return null;
            }
            bits = (bits << 6) | six;
            held += 6;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >>> held);
            }
        }
        var spare = bits & ((1 << held) - 1);
        return spare == 0 && bytes[0] == kind ? bytes : null;
    }

    /** The number of the key. */
    static int keyId(byte[] bytes) {
        return ((bytes[KEY_AT] & 0xff) << 8) | (bytes[KEY_AT + 1] & 0xff);
    }

    /** How many of the bytes are signed. */
    public static int signed(byte[] bytes) {
        return bytes.length - SIGNATURE;
    }

    /**
     * The text of these bytes.
     *
     * @param hmac of those that are signed; 16 bytes or more
     */
    static String sign(byte[] bytes, byte[] hmac) {
        System.arraycopy(hmac, 0, bytes, signed(bytes), SIGNATURE);
        return write(bytes);
    }

    /** Whether the bytes end in what this HMAC begins with; how long it takes says nothing of where they differ. */
    public static boolean isSigned(byte[] bytes, byte[] hmac) {
        var from = signed(bytes);
        var differences = 0;
        for (var i = 0; i < SIGNATURE; i++) {
            differences |= bytes[from + i] ^ hmac[i];
        }
        return differences == 0;
    }
}
