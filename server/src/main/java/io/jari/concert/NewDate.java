package io.jari.concert;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A performance to be put on sale. */
@Schema(name = "NewDate")
record NewDate(
        @Schema(examples = "1") @NotNull @Pattern(regexp = "[1-9][0-9]{0,8}", message = "is no seat plan's id")
        String planID,

        @Schema(examples = "2027-05-01T10:00:00Z") @NotNull Instant startsAt,

        @Schema(
                description = "Minor units, of each category of the plan",
                examples = "{\"VIP\": 198000, \"R\": 165000, \"S\": 132000, \"A\": 99000, \"B\": 77000}")
        @NotNull
        @Size(max = PlanReading.MOST_CATEGORIES)
        Map<@NotBlank String, @NotNull @Min(1) @Max(DatePrices.MOST) Long> prices,

        @Schema(description = "Left out: the concert's") @Nullable
        Instant saleOpensAt,

        @Schema(description = "Left out: when it starts") @Nullable
        Instant saleClosesAt,

        @Schema(description = "Until then guests may give tickets back; left out: they may not") @Nullable
        Instant refundsUntil,

        @Schema(description = "Left out: the concert's", examples = "5") @Min(3) @Max(5) @Nullable
        Integer holdMinutes,

        @Schema(description = "Left out: the concert's", examples = "4") @Min(1) @Max(20) @Nullable
        Integer mostSeats) {

    /** With the concert's where nothing was said. */
    SaleTerms terms(ConcertDetails concert) {
        return new SaleTerms(
                startsAt,
                Objects.requireNonNullElse(saleOpensAt, concert.saleOpensAt()),
                Objects.requireNonNullElse(saleClosesAt, startsAt),
                refundsUntil,
                Objects.requireNonNullElse(holdMinutes, concert.holdMinutes()),
                Objects.requireNonNullElse(mostSeats, concert.mostSeats()));
    }

    int planId() {
        return Integer.parseInt(planID);
    }
}
