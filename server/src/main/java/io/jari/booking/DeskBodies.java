package io.jari.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.http.MoneyBody;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the front desk takes and gives as JSON. */
final class DeskBodies {
    static final String METHOD = "cash|card_terminal|invoice";

    private DeskBodies() {}

    @Schema(name = "CheckInWish", description = "Nothing: the best rooms are chosen", examples = "{}")
    record CheckInWish(
            @Nullable
            @Size(min = 1, max = 100)
            @JsonProperty("roomIDs")
            @Schema(description = "These rooms, one for each reserved; of another type: an upgrade without charge")
            List<@NotNull @Pattern(regexp = BookingBodies.NUMBER) String> roomIds,

            @Nullable
            @Pattern(regexp = BookingBodies.NUMBER)
            @JsonProperty("roomTypeID")
            @Schema(description = "Any rooms of this type, without charge")
            String roomTypeId) {}

    @Schema(name = "RoomGiven")
    record RoomGiven(@JsonProperty("roomID") String roomId, String number, boolean clean) {
        static RoomGiven of(DeskRooms.DeskRoom room) {
            return new RoomGiven(Integer.toString(room.roomId()), room.number(), room.clean());
        }

        static List<RoomGiven> of(List<DeskRooms.DeskRoom> rooms) {
            return rooms.stream().map(RoomGiven::of).toList();
        }
    }

    /** Something to know, of a stable kind, in words. */
    @Schema(name = "Warning")
    record Warning(@Schema(examples = "room-not-clean") String kind, String detail) {}

    @Schema(name = "CheckedIn")
    record CheckedIn(ReservationBody reservation, List<RoomGiven> rooms, List<Warning> warnings) {}

    @Schema(name = "Upgrade")
    record Upgrade(@JsonProperty("roomTypeID") String roomTypeId, List<RoomGiven> rooms) {}

    @Schema(name = "CheckOut")
    record CheckOutWish(
            @Nullable
            @Pattern(regexp = METHOD)
            @Schema(description = "How money that is due back is given; invoice unless said", examples = "cash")
            String method) {}

    @Schema(name = "CheckedOut")
    record CheckedOut(
            ReservationBody reservation,
            List<RoomGiven> rooms,

            @Schema(description = "Given back for the nights not slept, less the fee agreed")
            MoneyBody back) {}

    @Schema(name = "Walk")
    record WalkWish(
            @Nullable @Size(max = 300) @Schema(examples = "overbooked")
            String reason,

            @Nullable
            @Size(max = 300)
            @Schema(description = "Where the guest sleeps instead", examples = "Hotel Seonbi")
            String to) {}

    @Schema(name = "RoomMove")
    record MoveWish(
            @Nullable
            @Pattern(regexp = BookingBodies.NUMBER)
            @JsonProperty("fromRoomID")
            @Schema(description = "Needed where the guest has several")
            String fromRoomId,

            @NotNull @Pattern(regexp = BookingBodies.NUMBER) @JsonProperty("toRoomID") @Schema(examples = "1207")
            String toRoomId) {}

    @Schema(name = "Housekeeping")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Housekeeping(@NotNull @Schema(examples = "true") Boolean clean) {}
}
