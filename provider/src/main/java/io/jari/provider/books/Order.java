package io.jari.provider.books;

import org.jspecify.annotations.Nullable;

/** What a shop asks a guest to pay; the amount in minor units of the currency. */
public record Order(
        String reference,
        long amount,
        String currency,
        String name,
        String returnUrl,
        @Nullable String callbackUrl,
        long expiresInSeconds,
        Language language) {}
