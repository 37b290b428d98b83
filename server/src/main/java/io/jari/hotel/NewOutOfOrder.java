package io.jari.hotel;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room that cannot be slept in for the nights in [startDate, endDate). */
public record NewOutOfOrder(
        @Schema(examples = "1207") @NotNull @Pattern(regexp = "[1-9][0-9]{0,8}")
        String roomID,

        @NotNull LocalDate startDate,
        @NotNull LocalDate endDate,

        @Schema(examples = "A pipe burst") @NotBlank @Size(max = 500)
        String reason) {
    private static final int MAX_NIGHTS = 730;

    @AssertTrue(message = "must be 1 to 730 nights")
    @Schema(hidden = true)
    boolean isPeriod() {
        return startDate == null
                || endDate == null
                || (startDate.isBefore(endDate)
                        && startDate.getYear() >= 1970
                        && !endDate.isAfter(startDate.plusDays(MAX_NIGHTS)));
    }

    int roomId() {
        return Integer.parseInt(roomID);
    }
}
