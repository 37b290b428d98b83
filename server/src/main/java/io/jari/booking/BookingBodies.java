package io.jari.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.http.MoneyBody;
import io.jari.http.TextBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What booking takes and gives as JSON. */
public final class BookingBodies {
    static final String NUMBER = "[1-9][0-9]{0,8}";

    private BookingBodies() {}

    @Schema(name = "NightPrice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Night(
            LocalDate date,

            @Schema(description = "Minor units for one room")
            long price,

            @Nullable List<Why> why) {}

    /** Why a night costs what it costs. */
    @Schema(name = "PriceReason")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Why(String kind, @Nullable String factor, TextBody text) {}

    @Schema(name = "CancellationTerms")
    public record CancellationBody(
            @Schema(description = "Canceling is free until then")
            Instant freeUntil,

            @Schema(description = "What is kept afterwards") MoneyBody fee) {}

    @Schema(name = "NewReservationOrder")
    record NewOrder(
            @NotNull @Pattern(regexp = NUMBER) @JsonProperty("hotelID") @Schema(examples = "1")
            String hotelId,

            @NotNull @Pattern(regexp = NUMBER) @JsonProperty("roomTypeID") @Schema(examples = "1")
            String roomTypeId,

            @NotNull @Schema(examples = "2027-05-01") LocalDate startDate,
            @NotNull @Schema(examples = "2027-05-03") LocalDate endDate,

            @Nullable @Min(1) @Max(100) @Schema(examples = "1")
            Integer rooms) {}

    @Schema(name = "ReservationOrder")
    public record Order(
            @JsonProperty("reservationID") String reservationId,

            @Schema(description = "Signed price and terms: send it with the reservation")
            String quote,

            Instant expiresAt,
            @JsonProperty("hotelID") String hotelId,
            @JsonProperty("roomTypeID") String roomTypeId,
            LocalDate startDate,
            LocalDate endDate,
            int rooms,
            List<Night> nights,
            MoneyBody total,
            CancellationBody cancellation,
            int payWithinMinutes) {}

    /** The guest of a stay that is there. */
    @Schema(name = "KnownGuest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KnownGuest(
            @Schema(description = "Empty once it was erased", examples = "김민수")
            String name,

            @Schema(examples = "+82 10-1234-5678") @Nullable String phone,

            @Schema(examples = "minsu@example.com") @Nullable
            String email,

            @Schema(examples = "2") int partySize,
            @Nullable String note) {}

    @Schema(name = "Guest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GuestBody(
            @NotBlank @Size(max = 100) @Schema(examples = "김민수")
            String name,

            @Nullable @Size(max = 30) @Pattern(regexp = "\\+?[0-9 ()-]{5,30}") @Schema(examples = "+82 10-1234-5678")
            String phone,

            @Nullable @Email @Size(max = 254) @Schema(examples = "minsu@example.com")
            String email,

            @NotNull @Min(1) @Max(2_000) @Schema(examples = "2")
            Integer partySize,

            @Nullable @Size(max = 1_000) String note) {}

    @Schema(name = "NewReservation")
    public record NewReservation(
            @NotNull
            @Size(min = 1, max = 40)
            @JsonProperty("reservationID")
            @Schema(description = "From the order", examples = "01h2xk7vq8f3n5p9r1t6w4y0zc")
            String reservationId,

            @NotNull @Pattern(regexp = NUMBER) @JsonProperty("hotelID") @Schema(examples = "1")
            String hotelId,

            @NotNull @Pattern(regexp = NUMBER) @JsonProperty("roomTypeID") @Schema(examples = "1")
            String roomTypeId,

            @NotNull @Schema(examples = "2027-05-01") LocalDate startDate,
            @NotNull @Schema(examples = "2027-05-03") LocalDate endDate,

            @Nullable @Min(1) @Max(100) @Schema(examples = "1")
            Integer rooms,

            @Nullable
            @Size(max = 6_000)
            @Schema(description = "From the order; without it today's price applies and is in the answer")
            String quote,

            @NotNull @Valid GuestBody guest,

            @Nullable
            @Schema(
                    description =
                            "true: if this account booked the same room type for a night in common within the last 15 minutes,"
                                    + " nothing is booked and the answer is 409 similar-booking")
            Boolean askIfSimilar) {}

    /** A reservation; guest and what became of it only when read. */
    @Schema(name = "Reservation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReservationBody(
            @JsonProperty("reservationID") String reservationId,
            @JsonProperty("hotelID") String hotelId,
            @JsonProperty("roomTypeID") String roomTypeId,
            LocalDate startDate,
            LocalDate endDate,
            int rooms,

            @Schema(enumeration = {"pending", "paid", "refunded", "canceled", "rejected"})
            String status,

            @Schema(enumeration = {"booked", "checked_in", "checked_out", "no_show", "walked"})
            String stay,

            List<Night> nights,
            MoneyBody total,
            CancellationBody cancellation,
            Instant createdAt,
            Instant payBy,
            @Nullable MoneyBody feeCharged,
            @Nullable String cancelReason,
            @Nullable KnownGuest guest) {}

    @Schema(name = "ReservationList")
    record ReservationList(List<ReservationBody> reservations) {}

    @Schema(name = "NewDeskPayment")
    record NewDeskPayment(
            @NotNull @Pattern(regexp = "cash|card_terminal|invoice") @Schema(examples = "cash")
            String method) {}

    @Schema(name = "DeskPayment")
    public record DeskPayment(
            int n,

            @Schema(enumeration = {"cash", "card_terminal", "invoice"})
            String method,

            @Schema(description = "Below zero: given back") MoneyBody money,
            Instant at) {}

    @Schema(name = "DeskPaymentList")
    record DeskPaymentList(List<DeskPayment> payments) {}

    /** What was booked just now. */
    @Schema(name = "SimilarBooking")
    public record SimilarBooking(
            @JsonProperty("reservationID") String reservationId, Instant createdAt) {}

    /** Something that is free. */
    @Schema(name = "Alternative")
    public record Alternative(
            @JsonProperty("roomTypeID") String roomTypeId, LocalDate startDate, LocalDate endDate, MoneyBody total) {}
}
