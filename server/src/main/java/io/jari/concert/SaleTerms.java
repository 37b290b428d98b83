package io.jari.concert;

import io.jari.http.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a date is, and on what terms its seats are sold. */
@Schema(name = "SaleTerms")
public record SaleTerms(
        @Schema(description = "Null while nobody knows until when it is postponed", examples = "2027-05-01T10:00:00Z")
        @Nullable
        Instant startsAt,

        @Schema(examples = "2027-03-01T11:00:00Z") @NotNull Instant saleOpensAt,

        @Schema(description = "Not sold from then on", examples = "2027-05-01T10:00:00Z") @NotNull
        Instant saleClosesAt,

        @Schema(
                description = "Until then guests may give tickets back, for all they paid; null: they may not",
                examples = "2027-04-30T15:00:00Z")
        @Nullable
        Instant refundsUntil,

        @Schema(description = "How long chosen seats are set aside", examples = "5") @Min(3) @Max(5)
        int holdMinutes,

        @Schema(description = "For one person", examples = "4") @Min(1) @Max(20)
        int mostSeats) {

    /** Goes on only when the sale has a time to happen in: else 400. */
    SaleTerms checked() {
        if (!saleOpensAt.isBefore(saleClosesAt)) {
            throw Problem.invalid("/saleClosesAt", "the sale must open before it closes: it opens at " + saleOpensAt)
                    .exception();
        }
        return this;
    }
}
