package io.jari.account;

/** RFC 4648, without padding: how authenticator apps are told secrets. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var held = 0;
        for (var b : bytes) {
            buffer = (buffer << Byte.SIZE | (b & 0xff)) & 0xfff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt(buffer >> held & 31));
            }
        }
        if (held > 0) {
            text.append(ALPHABET.charAt(buffer << (BITS - held) & 31));
        }
        return text.toString();
    }
}
