package io.jari.booking;

import io.jari.booking.DeskBodies.RoomGiven;
import io.jari.booking.DeskBodies.Upgrade;
import io.jari.core.stay.Claim;
import io.jari.http.Problem;
import io.jari.rate.RoomTypeTariff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What is left to offer a guest whose room type has no room: a better one, else another hotel. */
final class NoRoom {
    private final DeskStay stay;
    private final DeskRooms rooms;

    NoRoom(DeskStay stay, DeskRooms rooms) {
        this.stay = stay;
        this.rooms = rooms;
    }

    Problem.Draft problem(int roomTypeId) {
        var upgrades = upgrades();
        var soon = RoomChoice.onceLeft(stay, rooms, roomTypeId)
                .map(choice -> choice.rooms().stream().map(rooms::room).toList())
                .orElse(List.of());
        return Problem.of(409, "no-room", "No room")
                .detail(words(upgrades, soon))
                .with("upgrades", upgrades)
                .with("soon", RoomGiven.of(soon))
                .with("walk", upgrades.isEmpty());
    }

    private static String words(List<Upgrade> upgrades, List<DeskRooms.DeskRoom> soon) {
        if (!upgrades.isEmpty()) {
            return "No room of this type is free for the whole stay; a better one is.";
        }
        return soon.isEmpty()
                ? "No room is free for the whole stay."
                : "Room " + soon.getFirst().number() + " is free as soon as its guest has checked out.";
    }

    /** Types of the same or a higher rank with rooms for the whole stay, and with nights still to sell. */
    List<Upgrade> upgrades() {
        var booked = stay.tariff().roomType(stay.reservation().roomTypeId());
        var rank = booked == null ? 0 : booked.rank();
        var upgrades = new ArrayList<Upgrade>();
        stay.tariff().roomTypes().values().stream()
                .filter(type -> type.roomTypeId() != stay.reservation().roomTypeId() && !type.closed())
                .filter(type -> type.rank() >= rank)
                .sorted(Comparator.comparingInt(RoomTypeTariff::rank).thenComparingInt(RoomTypeTariff::roomTypeId))
                .filter(this::hasNights)
                .forEach(type -> RoomChoice.of(stay, rooms, type.roomTypeId())
                        .map(choice -> new Upgrade(
                                Integer.toString(type.roomTypeId()),
                                choice.rooms().stream()
                                        .map(rooms::room)
                                        .map(RoomGiven::of)
                                        .toList()))
                        .ifPresent(upgrades::add));
        return upgrades;
    }

    private boolean hasNights(RoomTypeTariff type) {
        var held = stay.coming().orElse(null);
        if (held == null) {
            return true;
        }
        var wanted = new Claim(type.roomTypeId(), held.nights(), held.rooms());
        return StockMove.of(stay.change(), stay.hotelId(), List.of(Objects.requireNonNull(held), wanted))
                .obstacle(held, wanted)
                .isEmpty();
    }
}
