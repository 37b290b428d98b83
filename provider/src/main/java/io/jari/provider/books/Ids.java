package io.jari.provider.books;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Names nobody can guess: 130 random bits. Whoever has a checkout's can pay it. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 130;
    private static final int RADIX = 32;
    private static final int LETTERS = 26;

    private Ids() {}

    static String next(String prefix) {
        var letters = new BigInteger(BITS, RANDOM).toString(RADIX);
        return prefix + "0".repeat(LETTERS - letters.length()) + letters;
    }
}
