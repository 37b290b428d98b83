package io.jari.core.room;

import java.util.List;

/**
 * Tries to give every awaited stay one room for all its nights.
 *
 * <p>First greedily: by start date, each into the free room with the tightest gap. Without rooms taken beforehand this is
 * the classic colouring of an interval graph and always succeeds where no night is oversold (Kleinberg, Tardos, Algorithm
 * Design, 4.1). With rooms taken beforehand the question is NP-complete (Biró, Hujter, Tuza, Precoloring extension, 1992),
 * so a bounded search follows where the greedy way fails.
 */
final class Housing {

    /** A stay in days of the floor. */
    record Span(int start, int end) {}

    private final Floor floor;
    private final List<Span> awaited;
    private int stepsLeft;

    /** The stays are sorted by start; the search over all calls takes at most so many steps. */
    Housing(Floor floor, List<Span> awaited, int maxSteps) {
        this.floor = floor;
        this.awaited = awaited;
        stepsLeft = maxSteps;
    }

    /** How many stays cannot be housed, found with the floor as it is now and leaving it so. */
    int withoutRoom(int atLeast) {
        int greedy = greedy();
        return greedy > atLeast && atLeast == 0 && search(0) ? 0 : greedy;
    }

    private int greedy() {
        var rooms = new int[awaited.size()];
        int without = 0;
        for (int i = 0; i < rooms.length; i++) {
            var stay = awaited.get(i);
            rooms[i] = tightest(stay);
            if (rooms[i] < 0) {
                without++;
            } else {
                floor.take(rooms[i], stay.start, stay.end);
            }
        }
        for (int i = 0; i < rooms.length; i++) {
            if (rooms[i] >= 0) {
                floor.free(rooms[i], awaited.get(i).start, awaited.get(i).end);
            }
        }
        return without;
    }

    private int tightest(Span stay) {
        int best = -1;
        int bestGap = Integer.MAX_VALUE;
        for (int room = 0; room < floor.rooms(); room++) {
            if (floor.isFree(room, stay.start, stay.end)) {
                int gap = floor.gap(room, stay.start, stay.end);
                if (gap < bestGap) {
                    best = room;
                    bestGap = gap;
                }
            }
        }
        return best;
    }

    private boolean search(int index) {
        if (index == awaited.size()) {
            return true;
        }
        var stay = awaited.get(index);
        boolean triedAFreeOne = false;
        for (int room = 0; room < floor.rooms() && stepsLeft > 0; room++) {
            boolean alike = floor.isFreeFrom(room, stay.start);
            if (!floor.isFree(room, stay.start, stay.end) || (alike && triedAFreeOne)) {
                continue;
            }
            triedAFreeOne |= alike;
            stepsLeft--;
            floor.take(room, stay.start, stay.end);
            boolean found = search(index + 1);
            floor.free(room, stay.start, stay.end);
            if (found) {
                return true;
            }
        }
        return false;
    }
}
