package io.jari.account;

import io.jari.http.CookieNames;
import java.security.SecureRandom;
import java.util.Base64;

/** What a client carries: 256 random bits, with a prefix by which leaked ones are found. */
public final class Token {
    static final String COOKIE = CookieNames.SESSION;
    private static final String PREFIX = "js_";
    private static final int RANDOM_LETTERS = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    public static String fresh() {
        return fresh(PREFIX);
    }

    /** Of another kind: each has its prefix. */
    public static String fresh(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean looksRight(String text) {
        return looksRight(text, PREFIX);
    }

    static boolean looksRight(String text, String prefix) {
        return text.length() == prefix.length() + RANDOM_LETTERS && text.startsWith(prefix);
    }
}
