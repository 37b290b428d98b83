package io.jari.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.booking.BookingBodies.ReservationBody;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the desk reads of a day, and of its rooms, as JSON. */
public final class TodayBodies {
    private TodayBodies() {}

    @Schema(name = "StayLine")
    public record StayLine(ReservationBody reservation, List<String> roomNumbers) {}

    @Schema(name = "Today")
    public record Today(
            LocalDate date,
            Counts counts,

            @Schema(description = "Who comes that day, at most 500")
            List<StayLine> arrivals,

            @Schema(description = "Who leaves that day, at most 500")
            List<StayLine> departures,

            @Schema(
                    description =
                            "Paid for, should have come on an earlier day of the last 90, and did not; at most 500")
            List<StayLine> notArrived,

            @Schema(description = "Of the next 14 nights those with more rooms sold than there are")
            List<Oversold> oversold) {

        /** Whose names are told. */
        int people() {
            return arrivals.size() + departures.size() + notArrived.size();
        }
    }

    @Schema(name = "TodayCounts", description = "Reservations, but for the rooms")
    public record Counts(
            int arrivals,
            int arrived,
            int departures,
            int departed,
            int inHouse,
            int notArrived,
            int roomsOccupied,
            int roomsClean,
            int roomsDirty,
            int roomsOutOfOrder) {}

    @Schema(name = "OversoldTonight")
    public record Oversold(
            LocalDate date, @JsonProperty("roomTypeID") String roomTypeId, int rooms, int sold, int target) {}

    @Schema(name = "RoomRack")
    public record Rack(LocalDate startDate, LocalDate endDate, List<RackRoom> rooms) {

        /** Whose names are told. */
        int people() {
            return rooms.stream().mapToInt(RackRoom::people).sum();
        }
    }

    @Schema(name = "RoomRackRoom")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RackRoom(
            @JsonProperty("roomID") String roomId,
            String number,
            int floor,
            @JsonProperty("roomTypeID") String roomTypeId,
            boolean clean,

            @Schema(description = "Whose guest is in it now, be the stay over or not")
            @Nullable
            @JsonProperty("reservationID")
            String reservationId,

            List<RackEntry> entries) {

        int people() {
            return Math.toIntExact(
                    entries.stream().filter(e -> e.guest() != null).count());
        }
    }

    /** A room is taken by a guest, or out of order for a reason. */
    @Schema(name = "RoomRackEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RackEntry(
            @Schema(examples = "guest") String kind,
            LocalDate startDate,
            LocalDate endDate,
            @Nullable @JsonProperty("reservationID") String reservationId,
            @Nullable String guest,
            @Nullable String reason,

            @Schema(description = "Under which it can be lifted") @Nullable @JsonProperty("outOfOrderID")
            String outOfOrderId) {}
}
