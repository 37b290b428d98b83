package io.jari.hotel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of a room. */
public record RoomDetails(
        @Schema(examples = "3") @NotNull @Pattern(regexp = "[1-9][0-9]{0,8}")
        String roomTypeID,

        @Schema(examples = "1207") @NotBlank @Size(max = 20) String number,
        @Schema(examples = "12") @Min(-20) @Max(300) int floor) {

    int roomTypeId() {
        return Integer.parseInt(roomTypeID);
    }
}
