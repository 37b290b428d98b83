package io.jari.board;

import io.jari.core.seat.SeatStates;

/**
 * How many seats of a board are available, in all and of each category, and how many are held. Counted once, then kept up with what changes.
 *
 * @param available of each category
 */
record SeatCounts(int[] available, int availableInAll, int held) {

    static SeatCounts of(BoardSeats seats, SeatStates states) {
        var count = new int[seats.categoryCount()];
        var all = 0;
        var held = 0;
        for (var seat = 0; seat < states.size(); seat++) {
            if (states.get(seat) == SeatStates.AVAILABLE) {
                count[seats.category(seat)]++;
                all++;
            } else if (states.get(seat) == SeatStates.HELD) {
                held++;
            }
        }
        return new SeatCounts(count, all, held);
    }

    /** @param before the states that these are the counts of */
    SeatCounts then(BoardSeats seats, SeatStates before, SeatStates after) {
        var changes = after.changesSince(before);
        if (changes.length == 0) {
            return this;
        }
        var count = available.clone();
        var all = availableInAll;
        var nowHeld = held;
        for (var i = 0; i < changes.length; i += 2) {
            var seat = changes[i];
            var left = one(before.get(seat), SeatStates.AVAILABLE);
            var came = one(changes[i + 1], SeatStates.AVAILABLE);
            count[seats.category(seat)] += came - left;
            all += came - left;
            nowHeld += one(changes[i + 1], SeatStates.HELD) - one(before.get(seat), SeatStates.HELD);
        }
        return new SeatCounts(count, all, nowHeld);
    }

    private static int one(int state, int wanted) {
        return state == wanted ? 1 : 0;
    }
}
