package io.jari.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.db.Partition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the journal tells it.
 *
 * @param number rises by one from event to event
 * @param type the journal's action, such as {@code reservation.paid}
 * @param subject the id of what it happened to
 * @param body what changed; null where type and subject say all
 */
public record Event(
        long number,
        String type,
        String subject,
        Partition partition,
        Instant at,
        String actor,
        @Nullable JsonNode body) {}
