package io.jari.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event on its way to a webhook. */
record Delivery(
        long number,
        String type,
        String subject,
        State state,
        int tries,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant lastAt,
        @Nullable Integer lastCode,
        @Nullable String lastFlaw) {
    /** HELD: an earlier one of its subject has not ended. */
    enum State {
        HELD,
        DUE,
        DELIVERED,
        GIVEN_UP
    }
}
