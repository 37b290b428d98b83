package io.jari.hotel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What staff alone see of a room type. */
public record RoomTypeSettings(
        @Schema(description = "Left out: the hotel's", examples = "10", nullable = true) @Min(0) @Max(100) @Nullable
        Integer overbookingPercent) {}
