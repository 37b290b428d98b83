package io.jari.payment;

import org.jspecify.annotations.Nullable;

/** Where staff find what a payment is for: at a hotel, or on a date of a concert; nowhere for a charge of a wallet. */
public record Whereabouts(
        @Nullable String hotelId,
        @Nullable String concertId,
        @Nullable String dateId) {}
