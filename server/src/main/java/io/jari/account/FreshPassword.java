package io.jari.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password to be read from a screen once: 99 random bits without letters that look alike. */
final class FreshPassword {
    private static final String LETTERS = "23456789abcdefghijkmnpqrstuvwxy";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshPassword() {}

    static String make() {
        return groups(4);
    }

    /** Nearly 25 bits each. */
    static String groups(int count) {
        return IntStream.range(0, count).mapToObj(i -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(5, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
