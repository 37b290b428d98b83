package io.jari.hotel;

import io.jari.http.Bilingual;
import io.jari.http.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What guests read of a room type and staff write. */
public record RoomTypeDetails(
        @Schema(examples = "DLX") @NotBlank @Size(max = 20) String code,
        @NotNull @Valid Bilingual name,
        @Nullable @Valid Prose description,
        @Schema(examples = "2") @Min(1) @Max(20) int maxGuests,

        @Schema(description = "Upgrades go to the same rank or a higher one", examples = "2") @Min(0) @Max(1000)
        int rank,

        @Schema(description = "Is not sold") boolean closed) {

    public RoomTypeDetails {
        description = Objects.requireNonNullElse(description, Prose.NONE);
    }
}
