package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Until when canceling is free, and what is kept afterwards.
 *
 * @param feePercent of the whole price; counts only where fee is percent
 */
public record Cancellation(
        @Schema(description = "Days before arrival", examples = "1") @Min(0) @Max(365)
        int freeUntilDays,

        @Schema(
                description = "The hotel's local time on that day",
                examples = "18:00",
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
        @NotNull
        @JsonFormat(pattern = "HH:mm")
        LocalTime freeUntilTime,

        @Schema(examples = "first_night") @NotNull @Pattern(regexp = "first_night|percent")
        String fee,

        @Schema(examples = "100") @Min(0) @Max(100) int feePercent) {
    static final Cancellation USUAL = new Cancellation(1, LocalTime.of(18, 0), "first_night", 100);
}
