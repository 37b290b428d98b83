package io.jari.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Verifies as Standard Webhooks says, with HMAC written out as in RFC 2104, so that no mistake is shared. */
final class Signatures {
    private static final int BLOCK = 64;

    private Signatures() {}

    static boolean holds(byte[] secret, Receiver.Got got) throws NoSuchAlgorithmException {
        var text = got.id() + "." + got.timestamp() + "." + got.body();
        var expected = hmac(secret, text.getBytes(StandardCharsets.UTF_8));
        return got.signature().equals("v1," + Base64.getEncoder().encodeToString(expected));
    }

    static byte[] hmac(byte[] secret, byte[] text) throws NoSuchAlgorithmException {
        return sha256(pad(secret, 0x5c), sha256(pad(secret, 0x36), text));
    }

    private static byte[] pad(byte[] secret, int with) {
        var padded = Arrays.copyOf(secret, BLOCK);
        for (var i = 0; i < BLOCK; i++) {
            padded[i] ^= (byte) with;
        }
        return padded;
    }

    private static byte[] sha256(byte[] first, byte[] second) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(first);
        return digest.digest(second);
    }

    /** Of a callback's body, wherever in it the field stands. */
    static String field(String body, String name) {
        try {
            var found = new ObjectMapper().readTree(body).findValue(name);
            return found == null ? "" : found.asText();
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }
}
