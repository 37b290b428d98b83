package io.jari.concert;

import io.jari.http.Bilingual;
import io.jari.http.IanaZone;
import io.jari.http.IsoCurrency;
import io.jari.http.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What guests read of a concert and staff write. */
public record ConcertDetails(
        @NotNull @Valid Bilingual title,
        @Nullable @Valid Prose description,

        @Schema(description = "The hall's name") @NotNull @Valid
        Bilingual hall,

        @Schema(description = "Of the hall") @Nullable @Valid
        Prose address,

        @Schema(description = "Of the hall", examples = "Asia/Seoul") @NotNull @IanaZone
        String timeZone,

        @Schema(description = "ISO 4217; cannot be changed later", examples = "KRW") @NotNull @IsoCurrency
        String currency,

        @Schema(description = "Addresses, https alone") @Nullable @Size(max = MOST_PICTURES)
        List<
                        @NotNull @Size(max = 500)
                        @Pattern(regexp = "https://[!-~]+", message = "must be an address that begins with https://")
                        String>
                pictures,

        @Schema(
                description = "This and the next two hold for new dates that say nothing else",
                examples = "2027-03-01T11:00:00Z")
        @NotNull
        Instant saleOpensAt,

        @Schema(description = "How long chosen seats are set aside", examples = "5") @Min(3) @Max(5)
        int holdMinutes,

        @Schema(description = "Of a date, for one person", examples = "4") @Min(1) @Max(20)
        int mostSeats,

        @Schema(description = "Not shown in the list of concerts; new dates cannot be made")
        boolean closed) {
    static final int MOST_PICTURES = 10;

    /** With the usual where nothing was said. */
    public ConcertDetails {
        description = Objects.requireNonNullElse(description, Prose.NONE);
        address = Objects.requireNonNullElse(address, Prose.NONE);
        pictures = Objects.requireNonNullElse(pictures, List.of());
    }

    /** As it is stored: no address holds a line's end. */
    public String pictureLines() {
        return String.join("\n", Objects.requireNonNull(pictures));
    }
}
