package io.jari.provider.shop;

/** A merchant: what its key makes, no other can see; its secret signs the callbacks. */
public record Shop(String name, Style style, String key, byte[] secret) {

    /** Without key and secret, so that neither gets into a message by accident. */
    @Override
    public String toString() {
        return "Shop[" + name + "]";
    }
}
