package io.jari.hotel;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A night of which more is sold than its target. */
public record OversoldNight(
        @Schema(description = "Left out for the hotel as a whole", examples = "3", nullable = true) @Nullable
        String roomTypeID,

        LocalDate date,
        @Schema(examples = "12") int reserved,
        @Schema(examples = "11") int target) {}
