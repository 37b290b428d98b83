package io.jari.provider.books;

/** What a call with an idempotency key can make. */
public sealed interface Made permits Checkout, Refund {}
