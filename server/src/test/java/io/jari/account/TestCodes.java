package io.jari.account;

import java.time.Instant;

/** An authenticator app. */
public final class TestCodes {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TestCodes() {}

    /** What it shows so many half minutes from now. */
    public static String code(String secret, int later) {
        return Totp.code(bytes(secret), Totp.step(Instant.now()) + later);
    }

    private static byte[] bytes(String base32) {
        var bits = new StringBuilder();
        for (var i = 0; i < base32.length(); i++) {
            var value = Integer.toBinaryString(ALPHABET.indexOf(base32.charAt(i)));
            bits.append("0".repeat(5 - value.length())).append(value);
        }
        var bytes = new byte[bits.length() / Byte.SIZE];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(Byte.SIZE * i, Byte.SIZE * (i + 1)), 2);
        }
        return bytes;
    }
}
