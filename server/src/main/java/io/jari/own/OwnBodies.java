package io.jari.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.http.MoneyBody;
import io.jari.http.TextBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Own bookings as JSON. */
public final class OwnBodies {
    private OwnBodies() {}

    /** A stay or an order of tickets, in short. */
    @Schema(name = "OwnBooking")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnBooking(
            @Schema(enumeration = {"stay", "tickets"}) String kind,

            @Schema(
                    description =
                            "Of a stay pending, paid, refunded, canceled or rejected; of tickets held (to be paid), sold or refunded",
                    enumeration = {"pending", "paid", "refunded", "canceled", "rejected", "held", "sold"})
            String status,

            Instant createdAt,

            @Schema(description = "The hotel's name, or the concert's") @Nullable
            TextBody title,

            MoneyBody total,
            @Nullable StayPart stay,
            @Nullable TicketsPart tickets) {}

    /** What a stay has; the rest is at /v1/reservations/{reservationID}. */
    @Schema(name = "OwnStay")
    public record StayPart(
            @JsonProperty("reservationID") String reservationId,
            @JsonProperty("hotelID") String hotelId,
            LocalDate startDate,
            LocalDate endDate,
            int rooms,

            @Schema(enumeration = {"booked", "checked_in", "checked_out", "no_show", "walked"})
            String stay) {}

    /** What an order of tickets has; the rest is at /v1/seat-holds/{holdID} and /v1/tickets?dateID=. */
    @Schema(name = "OwnTickets")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TicketsPart(
            @JsonProperty("holdID") String holdId,
            @JsonProperty("concertID") String concertId,
            @JsonProperty("dateID") String dateId,

            @Schema(description = "Left out while nobody knows until when the date is postponed") @Nullable
            Instant startsAt,

            String timeZone,

            @Schema(enumeration = {"on_sale", "paused", "canceled"})
            String dateStatus,

            int seats) {}

    @Schema(name = "OwnBookingList")
    record OwnBookingList(List<OwnBooking> bookings) {}
}
