package io.jari.booking;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.booking.BookingBodies.CancellationBody;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.http.MoneyBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes of a stay take and give as JSON. */
public final class ChangeBodies {
    private ChangeBodies() {}

    @Schema(name = "ChangeWish", description = "What is left out stays as it is")
    public record ChangeWish(
            @Nullable LocalDate startDate,
            @Nullable @Schema(examples = "2027-05-05") LocalDate endDate,

            @Nullable @Pattern(regexp = BookingBodies.NUMBER) @JsonProperty("roomTypeID")
            String roomTypeId,

            @Nullable @Min(1) @Max(100) Integer rooms) {}

    @Schema(name = "ChangeNight")
    public record ChangedNight(
            LocalDate date,

            @Schema(description = "Minor units for one room")
            long price,

            @Schema(description = "At the price agreed before")
            boolean kept) {}

    @Schema(name = "ChangeOffer")
    public record Offered(
            @Schema(description = "Send it to make the change")
            String offer,

            Instant expiresAt,
            @JsonProperty("reservationID") String reservationId,
            @JsonProperty("roomTypeID") String roomTypeId,
            LocalDate startDate,
            LocalDate endDate,
            int rooms,
            List<ChangedNight> nights,
            MoneyBody total,
            MoneyBody before,

            @Schema(description = "Due from the guest; below zero: due back")
            MoneyBody difference,

            CancellationBody cancellation) {}

    @Schema(name = "Change")
    public record ChangeRequest(
            @NotNull
            @Size(max = 12_000)
            @Schema(description = "From change-offers", examples = "eyJyIjoiMDFoMnhrN3ZxIn0.c2lnbmVk")
            String offer,

            @Nullable
            @Pattern(regexp = DeskBodies.METHOD)
            @Schema(
                    description = "How the difference is paid or given back, once the reservation is paid",
                    examples = "card_terminal")
            String method) {}

    @Schema(name = "Changed")
    public record Changed(ReservationBody reservation, MoneyBody difference) {}
}
