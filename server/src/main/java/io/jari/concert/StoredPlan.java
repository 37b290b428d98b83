package io.jari.concert;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a list says of a seat plan. */
@Schema(name = "SeatPlan")
public record StoredPlan(
        @Schema(examples = "1") String planID,
        String name,
        @Schema(examples = "15000") int seats,
        Instant createdAt) {}
