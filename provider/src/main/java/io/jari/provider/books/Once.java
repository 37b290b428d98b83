package io.jari.provider.books;

/** An idempotency key, with a digest of what was asked under it. */
public record Once(String key, String digest) {}
