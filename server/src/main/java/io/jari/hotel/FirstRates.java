package io.jari.hotel;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rates with which a room type begins, in minor units a night. */
public record FirstRates(
        @Schema(examples = "120000") @Min(0) @Max(LIMIT) long base,
        @Schema(examples = "80000") @Min(0) @Max(LIMIT) long min,
        @Schema(examples = "300000") @Min(0) @Max(LIMIT) long max) {
    static final long LIMIT = 1_000_000_000_000L;

    @AssertTrue(message = "must be min ≤ base ≤ max")
    boolean isOrdered() {
        return min <= base && base <= max;
    }
}
