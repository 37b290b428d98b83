package io.jari.closure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Closures of nights as JSON. Amounts are in minor units. */
final class NightClosureBodies {
    private NightClosureBodies() {}

    @Schema(name = "NewNightClosure")
    record NewNightClosure(
            @Schema(description = "The first night", examples = "2027-05-04") @NotNull
            LocalDate startDate,

            @Schema(description = "The day after the last night", examples = "2027-05-05") @NotNull
            LocalDate endDate,

            @NotBlank @Size(max = 200) @Schema(examples = "A pipe burst on every floor")
            String reason) {}

    /** Nights that are closed, and how far what follows has come. */
    @Schema(name = "NightClosure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NightClosureBody(
            @JsonProperty("hotelID") String hotelId,
            int n,
            LocalDate startDate,
            LocalDate endDate,
            String reason,
            String begunBy,
            Instant begunAt,

            @Schema(
                    description = "for_a_person: see to what is listed",
                    enumeration = {"canceling", "refunding", "for_a_person", "done"})
            String status,

            Reservations reservations,

            @Schema(description = "By currency, of all money that went or goes back because of it")
            List<Refunds> refunds,

            @Schema(description = "At the rate of the last minute; none while nothing was seen to move") @Nullable
            Instant estimatedEnd,

            @Schema(description = "Only where one closure is asked for; the first 200 of each") @Nullable
            ForAPerson forAPerson) {

        NightClosureBody with(ForAPerson lists) {
            return new NightClosureBody(
                    hotelId,
                    n,
                    startDate,
                    endDate,
                    reason,
                    begunBy,
                    begunAt,
                    status,
                    reservations,
                    refunds,
                    estimatedEnd,
                    lists);
        }
    }

    /** How many slept there. */
    @Schema(name = "NightClosureReservations")
    record Reservations(
            int found,
            int canceled,
            @Schema(description = "To be canceled yet") int pending,

            @Schema(description = "Guests in the house: the desk must see to them")
            int inHouse,

            @Schema(description = "Moved to other nights, or gone, before their turn came")
            int elsewhere) {}

    @Schema(name = "NightClosureRefunds")
    record Refunds(
            String currency,

            @Schema(description = "A provider is to give it back")
            RefundSum requested,

            RefundSum done,

            @Schema(description = "Refused for good: a person must see to it")
            RefundSum failed,

            @Schema(description = "The desk is to hand it out")
            RefundSum desk) {}

    @Schema(name = "NightClosureForAPerson")
    record ForAPerson(List<InHouse> inHouse, List<OpenRefund> refunds) {}

    /** A guest who is in the house. */
    @Schema(name = "NightClosureGuestInHouse")
    record InHouse(
            @JsonProperty("reservationID") String reservationId,
            LocalDate startDate,
            LocalDate endDate,
            @Schema(description = "Numbers of the rooms") List<String> rooms) {}
}
