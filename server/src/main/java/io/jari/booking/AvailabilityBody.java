package io.jari.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.booking.BookingBodies.Why;
import io.jari.http.MoneyBody;
import io.jari.http.TextBody;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a hotel has free on some nights, and at what price. */
@Schema(name = "HotelAvailability")
public record AvailabilityBody(
        @JsonProperty("hotelID") String hotelId,
        LocalDate startDate,
        LocalDate endDate,
        int rooms,
        String currency,
        List<Type> roomTypes) {

    /** One room type over all the nights. */
    @Schema(name = "RoomTypeAvailability")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Type(
            @JsonProperty("roomTypeID") String roomTypeId,
            TextBody name,
            int maxGuests,

            @Schema(description = "On every night, as many rooms as asked for")
            boolean available,

            @Schema(description = "Only when few") @Nullable Integer left,

            @Schema(description = "All nights, all rooms") MoneyBody total,
            List<Night> nights) {}

    /** One night of a room type. */
    @Schema(name = "NightAvailability")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Night(
            LocalDate date,

            @Schema(description = "Minor units for one room")
            long price,

            boolean available,

            @Schema(
                    description = "Why it cannot be sold",
                    enumeration = {"sold-out", "house-full", "stop-sale", "not-for-sale", "past"})
            @Nullable
            String reason,

            @Schema(description = "Only when few") @Nullable Integer left,

            @Schema(description = "Why it costs what it costs")
            List<Why> why) {}
}
