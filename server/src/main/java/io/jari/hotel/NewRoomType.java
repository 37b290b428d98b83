package io.jari.hotel;

import io.jari.http.Bilingual;
import io.jari.http.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a room type is made from: its details and its first rates. */
public record NewRoomType(
        @Schema(examples = "DLX") @NotBlank @Size(max = 20) String code,
        @NotNull @Valid Bilingual name,
        @Nullable @Valid Prose description,
        @Schema(examples = "2") @Min(1) @Max(20) int maxGuests,
        @Schema(examples = "2") @Min(0) @Max(1000) int rank,
        boolean closed,
        @NotNull @Valid FirstRates rates) {

    RoomTypeDetails details() {
        return new RoomTypeDetails(code, name, description, maxGuests, rank, closed);
    }
}
