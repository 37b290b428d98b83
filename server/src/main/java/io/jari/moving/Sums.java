package io.jari.moving;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What files are known by. */
final class Sums {
    private Sums() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
