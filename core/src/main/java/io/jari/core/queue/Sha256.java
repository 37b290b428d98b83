package io.jari.core.queue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of a draw. */
final class Sha256 {
    static final int BYTES = 32;

    private Sha256() {}

    /** One's own, to be used again and again: getting one costs as much as a hash. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
