package io.jari.booking;

import org.jspecify.annotations.Nullable;

/** Who comes: personal data, kept in the guest's row alone. */
public record GuestDetails(
        String name,
        @Nullable String phone,
        @Nullable String email,
        int partySize,
        @Nullable String note) {}
