package io.jari.hotel;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A room out of order, as recorded. */
public record OutOfOrder(
        @Schema(examples = "7") String outOfOrderID,
        @Schema(examples = "1207") String roomID,
        LocalDate startDate,
        LocalDate endDate,
        String reason,
        Instant createdAt,

        @Schema(description = "When it was lifted before its time") @Nullable
        Instant endedAt) {}
