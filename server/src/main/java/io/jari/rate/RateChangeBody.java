package io.jari.rate;

import io.jari.core.price.RateCard;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to become of the rates of some nights: at most one of rate, factor and clear; stop sale with them or alone. */
@Schema(name = "RateChangeRequest", examples = """
        {"roomTypeIDs": ["1", "2"], "startDate": "2027-07-20", "endDate": "2027-08-20",
         "weekdays": ["FRIDAY", "SATURDAY"], "factor": 1.2}""")
public record RateChangeBody(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Pattern(regexp = "[1-9][0-9]{0,8}") String> roomTypeIDs,
        @NotNull LocalDate startDate,

        @Schema(description = "The first day after the nights") @NotNull
        LocalDate endDate,

        @Schema(description = "Left out: all") @Nullable @Size(min = 1, max = 7)
        List<@NotNull DayOfWeek> weekdays,

        @Schema(description = "The nights' own rate, in minor units") @Nullable @Min(0) @Max(RateCard.MAX_RATE)
        Long rate,

        @Schema(description = "Times the present rate; brought inside the room type's bounds")
        @Nullable
        @DecimalMin("0.1")
        @DecimalMax("10")
        @Digits(integer = 2, fraction = 4)
        BigDecimal factor,

        @Schema(description = "Back to the base rate") @Nullable
        Boolean clear,

        @Schema(description = "Whether the nights are taken from sale") @Nullable
        Boolean stopSale,

        @Schema(description = "From the answer confirmation-needed") @Nullable @Size(max = 100)
        String confirmation) {

    public RateChangeBody {
        weekdays = weekdays == null || weekdays.isEmpty() ? List.of(DayOfWeek.values()) : weekdays;
    }

    @AssertTrue(message = "must have one of rate, factor and clear, or stopSale")
    @Schema(hidden = true)
    boolean isOneChange() {
        var rates = Stream.of(rate, factor, clears() ? clear : null)
                .filter(Objects::nonNull)
                .count();
        return rates == 1 || (rates == 0 && stopSale != null);
    }

    boolean clears() {
        return Boolean.TRUE.equals(clear);
    }

    boolean changesRates() {
        return rate != null || factor != null || clears();
    }

    List<Integer> roomTypes() {
        return roomTypeIDs.stream().map(Integer::valueOf).distinct().sorted().toList();
    }

    /** As it is kept. */
    RateChangeBody unconfirmed() {
        return new RateChangeBody(roomTypeIDs, startDate, endDate, weekdays, rate, factor, clear, stopSale, null);
    }
}
