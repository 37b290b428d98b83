package io.jari.concert;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A date put off: tickets stay valid, and whoever cannot come then may give them back. */
@Schema(name = "Postponement")
record Postponement(
        @Schema(
                description = "Null: not known yet; the sale is paused meanwhile",
                examples = "2027-06-01T10:00:00Z",
                nullable = true)
        @Nullable
        Instant startsAt,

        @Schema(examples = "2027-05-20T15:00:00Z") @NotNull Instant refundsUntil) {}
