package io.jari.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the sale of a date goes. Amounts are in minor units. */
@Schema(name = "DateLive")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DateLive(
        @JsonProperty("dateID") @Schema(examples = "31") String dateId,

        @Schema(
                enumeration = {"on_sale", "paused", "canceled"},
                examples = "on_sale")
        String status,

        @Schema(examples = "15000") int seats,

        @Schema(description = "Nobody has them", examples = "5210")
        int free,

        @Schema(examples = "310") int held,
        @Schema(examples = "9400") int sold,
        @Schema(description = "By staff", examples = "80") int blocked,

        @Schema(
                description = "Seats paid in each of the last 30 minutes, the one under way last",
                examples = "[0, 40, 120]")
        List<Integer> perMinute,

        @Schema(description = "Of the tickets that are sold, in minor units", examples = "1551000000")
        long money,

        @Schema(examples = "KRW") String currency,
        Payments payments,

        @Schema(description = "The waiting room; left out where there is none") @Nullable
        Room room,

        Instant now) {

    /** Tries to pay for seats of the date, ever. */
    @Schema(name = "DateLivePayments")
    public record Payments(
            @Schema(examples = "4700") int succeeded,

            @Schema(description = "Refused or run out", examples = "120")
            int failed,

            @Schema(description = "Under way", examples = "85")
            int pending) {}

    @Schema(name = "DateLiveRoom")
    public record Room(
            @Schema(examples = "182000") long waiting,
            @Schema(examples = "2000") int inside,
            @Schema(examples = "300") double admittedPerSecond,
            boolean paused) {}
}
