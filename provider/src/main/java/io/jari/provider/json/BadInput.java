package io.jari.provider.json;

/** Something sent cannot be understood; the message is for the sender and names the field. */
public final class BadInput extends RuntimeException {
    public BadInput(String message) {
        super(message);
    }
}
