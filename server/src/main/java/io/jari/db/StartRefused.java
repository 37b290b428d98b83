package io.jari.db;

/** A start that can't go on, for a reason the person at the terminal can act on. The message is all they see. */
public class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
