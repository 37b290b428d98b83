package io.jari.core.room;

import io.jari.core.room.Housing.Span;
import io.jari.core.stay.NightRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rooms of one type, and who is in them: finds a room for an arriving guest so that nobody must move during a stay,
 * neither this guest nor those still to come.
 *
 * <p>Of the rooms free for the whole stay it takes one that leaves a room to as many awaited stays as possible; among
 * those a clean one; among those the one whose free gap the stay fills best.
 *
 * @param rooms all rooms of the type, ids unique
 * @param occupied nights taken already; of rooms of other types they are ignored, and they may overlap (a pipe bursts
 *     without asking)
 */
public record RoomAssignment(List<Room> rooms, List<Occupied> occupied) {

    /** The most awaited stays looked at, the first to arrive first. */
    public static final int MAX_AWAITED = 1_000;

    private static final int MAX_STEPS = 20_000;

    /** Days around the stays that are looked at: a longer gap is as good as an endless one. */
    private static final int MARGIN_DAYS = 30;

    public RoomAssignment {
        rooms = List.copyOf(rooms);
        occupied = List.copyOf(occupied);
    }

    /** Also taken: for the next room of the same reservation. */
    public RoomAssignment with(Occupied more) {
        return new RoomAssignment(
                rooms, Stream.concat(occupied.stream(), Stream.of(more)).toList());
    }

    /** What stands in the way of a stay in a room: for moving a guest, or closing a room. */
    public List<Occupied> conflicts(int roomId, NightRange nights) {
        return occupied.stream().filter(each -> each.meets(roomId, nights)).toList();
    }

    /**
     * A room for the guest at the desk.
     *
     * @param stay the nights from today on
     * @param awaited stays booked that have no room yet, one entry a room, without this guest's; several of one date in
     *     any order
     */
    public Assignment assign(NightRange stay, List<NightRange> awaited) {
        var considered = awaited.stream()
                .sorted(Comparator.comparing(NightRange::start).thenComparing(NightRange::end))
                .limit(MAX_AWAITED)
                .toList();
        int firstDay = earliest(stay, considered) - MARGIN_DAYS;
        var floor = floor(firstDay, latest(stay, considered) + MARGIN_DAYS);
        var arriving = span(stay, firstDay);
        var candidates = candidates(floor, arriving);
        if (candidates.isEmpty()) {
            return new Assignment.NoRoom(everyNightFree(floor, arriving));
        }
        var later = considered.stream().map(each -> span(each, firstDay)).toList();
        int unavoidable = unavoidable(floor, arriving, later);
        var housing = new Housing(floor, later, MAX_STEPS);
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int room : candidates) {
            floor.take(room, arriving.start(), arriving.end());
            int without = housing.withoutRoom(unavoidable);
            floor.free(room, arriving.start(), arriving.end());
            if (without < fewest) {
                best = room;
                fewest = without;
            }
            if (fewest <= unavoidable) {
                break;
            }
        }
        return new Assignment.Assigned(rooms.get(best), fewest);
    }

    private Floor floor(int firstDay, int endDay) {
        var index = new HashMap<Integer, Integer>();
        for (int i = 0; i < rooms.size(); i++) {
            index.put(rooms.get(i).id(), i);
        }
        var floor = new Floor(rooms.size(), endDay - firstDay);
        for (var each : occupied) {
            var room = index.get(each.roomId());
            if (room != null) {
                floor.take(
                        room,
                        day(each.start().toEpochDay(), firstDay),
                        day(each.end().toEpochDay(), firstDay));
            }
        }
        return floor;
    }

    /** Free rooms, clean ones first, then by the tightest gap, then by id. */
    private List<Integer> candidates(Floor floor, Span stay) {
        var free = new ArrayList<Integer>();
        for (int room = 0; room < rooms.size(); room++) {
            if (floor.isFree(room, stay.start(), stay.end())) {
                free.add(room);
            }
        }
        free.sort(
                Comparator.<Integer, Boolean>comparing(room -> !rooms.get(room).clean())
                        .thenComparingInt(room -> floor.gap(room, stay.start(), stay.end()))
                        .thenComparingInt(room -> rooms.get(room).id()));
        return free;
    }

    /** Stays that must go without on the most oversold day of arrival, whatever is done. */
    private static int unavoidable(Floor floor, Span arriving, List<Span> later) {
        int most = 0;
        for (var start : later) {
            int day = start.start();
            int wanted = arriving.start() <= day && day < arriving.end() ? 1 : 0;
            for (var each : later) {
                wanted += each.start() <= day && day < each.end() ? 1 : 0;
            }
            most = Math.max(most, wanted - floor.freeOn(day));
        }
        return most;
    }

    private static boolean everyNightFree(Floor floor, Span stay) {
        for (int day = stay.start(); day < stay.end(); day++) {
            if (floor.freeOn(day) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int earliest(NightRange stay, List<NightRange> others) {
        return others.isEmpty()
                ? stay.startDay()
                : Math.min(stay.startDay(), others.getFirst().startDay());
    }

    private static int latest(NightRange stay, List<NightRange> others) {
        return others.stream().mapToInt(NightRange::endDay).reduce(stay.endDay(), Math::max);
    }

    private static Span span(NightRange nights, int firstDay) {
        return new Span(nights.startDay() - firstDay, nights.endDay() - firstDay);
    }

    /** Far away days (out of order for ever) are cut, they lie outside the floor anyway. */
    private static int day(long epochDay, int firstDay) {
        return Math.clamp(epochDay - firstDay, -1, Integer.MAX_VALUE);
    }
}
