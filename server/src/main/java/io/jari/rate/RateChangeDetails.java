package io.jari.rate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change with the nights it altered. */
public record RateChangeDetails(
        @JsonUnwrapped RateChange change,

        @Schema(description = "The nights whose own rate or stop sale it altered")
        List<Night> nights) {

    /** Rates in minor units; null is none of its own. */
    @Schema(name = "AlteredNight")
    public record Night(
            String roomTypeID,
            LocalDate date,
            @Nullable Long rateBefore,
            @Nullable Long rateAfter,
            @Nullable Boolean stopSaleBefore,
            @Nullable Boolean stopSaleAfter) {}

    static RateChangeDetails of(RateChange change, List<AlteredNight> altered) {
        return new RateChangeDetails(
                change,
                altered.stream()
                        .map(night -> new Night(
                                Integer.toString(night.roomTypeId()),
                                night.date(),
                                night.rateBefore(),
                                night.rateAfter(),
                                night.stopBefore(),
                                night.stopAfter()))
                        .toList());
    }
}
