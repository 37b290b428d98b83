package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.jari.http.Bilingual;
import io.jari.http.IanaZone;
import io.jari.http.IsoCurrency;
import io.jari.http.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What guests read of a hotel and staff write. */
public record HotelDetails(
        @NotNull @Valid Bilingual name,
        @Nullable @Valid Prose description,

        @Schema(description = "ISO 3166-1 alpha-2", examples = "KR") @NotNull @Pattern(regexp = "[A-Z]{2}")
        String country,

        @NotNull @Valid Bilingual city,
        @NotNull @Valid Bilingual address,
        @Schema(examples = "Asia/Seoul") @NotNull @IanaZone String timeZone,

        @Schema(description = "ISO 4217; cannot be changed later", examples = "KRW") @NotNull @IsoCurrency
        String currency,

        @Schema(type = SchemaType.STRING, examples = "15:00") @Nullable @JsonFormat(pattern = "HH:mm")
        LocalTime checkIn,

        @Schema(type = SchemaType.STRING, examples = "11:00") @Nullable @JsonFormat(pattern = "HH:mm")
        LocalTime checkOut,

        @Schema(description = "Takes no reservations") boolean closed,
        @Nullable @Valid Cancellation cancellation) {

    /** With the usual where nothing was said. */
    public HotelDetails {
        description = Objects.requireNonNullElse(description, Prose.NONE);
        checkIn = Objects.requireNonNullElse(checkIn, LocalTime.of(15, 0));
        checkOut = Objects.requireNonNullElse(checkOut, LocalTime.of(11, 0));
        cancellation = Objects.requireNonNullElse(cancellation, Cancellation.USUAL);
    }
}
