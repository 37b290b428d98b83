package io.jari.hotel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff alone see of a hotel. */
public record HotelSettings(
        @Schema(description = "Of each room type that sets none of its own", examples = "10") @Min(0) @Max(100)
        int overbookingPercent,

        @Schema(description = "Over the sum of the room types' rooms", examples = "10") @Min(0) @Max(100)
        int houseLimitPercent,

        @Schema(description = "How long a reservation waits for its money", examples = "15") @Min(1) @Max(1440)
        int pendingMinutes,

        @Schema(description = "A change that moves a night's price by more must be confirmed", examples = "30")
        @Min(1)
        @Max(1000)
        int confirmChangePercent) {}
