package io.jari.webhook;

import io.jari.account.Scope;
import io.jari.event.OfferedEvents.Offered;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program elsewhere that wants to be told.
 *
 * @param types that it wants; empty: all
 * @param disabledWhy {@code gone} or {@code too-many-pending}; null where a person did it
 * @param missedAfter the last event that was kept for it before there were too many
 * @param pending deliveries that have not ended
 */
record Webhook(
        long id,
        String url,
        List<String> types,
        Scope scope,
        boolean enabled,
        @Nullable String disabledWhy,
        @Nullable Long missedAfter,
        int pending,
        int version,
        Instant createdAt) {

    boolean wants(Offered event) {
        return (types.isEmpty() || types.contains(event.body().type()))
                && event.origin().isIn(scope);
    }
}
