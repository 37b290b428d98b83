package io.jari.console.desk;

import io.jari.booking.TodayBodies.RackEntry;
import io.jari.booking.TodayBodies.RackRoom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rooms of one type that can be given to a guest for some nights, to choose from. */
public record RoomGroup(String type, List<Choice> rooms) {

    /** A room, with what is to know of it. */
    public record Choice(String id, String words) {}

    /**
     * Those that nobody else has and nothing ails, clean ones first, the type booked before others.
     *
     * @param rooms a rack that shows these nights
     * @param booked the type whose rooms come first
     */
    static List<RoomGroup> free(Desk desk, List<RackRoom> rooms, LocalDate from, LocalDate until, String booked) {
        var groups = new ArrayList<RoomGroup>();
        desk.types().keySet().stream()
                .sorted(Comparator.comparing(type -> !type.equals(booked)))
                .forEach(type -> {
                    var choices = rooms.stream()
                            .filter(room -> room.roomTypeId().equals(type) && isFree(room, from, until))
                            .sorted(Comparator.comparing(room -> !room.clean()))
                            .map(room -> new Choice(room.roomId(), words(desk, room)))
                            .toList();
                    if (!choices.isEmpty()) {
                        groups.add(new RoomGroup(desk.type(type), choices));
                    }
                });
        return groups;
    }

    private static boolean isFree(RackRoom room, LocalDate from, LocalDate until) {
        return room.reservationId() == null && room.entries().stream().noneMatch(e -> meets(e, from, until));
    }

    static boolean meets(RackEntry entry, LocalDate from, LocalDate until) {
        return entry.startDate().isBefore(until) && entry.endDate().isAfter(from);
    }

    private static String words(Desk desk, RackRoom room) {
        return room.clean() ? room.number() : desk.t().say("desk.rooms.dirty", room.number());
    }
}
