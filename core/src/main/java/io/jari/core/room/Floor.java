package io.jari.core.room;

import java.util.Arrays;
import java.util.BitSet;

/** The nights on which each room of a type is taken, as bits counted from the first day looked at. */
final class Floor {

    private final int days;
    private final BitSet[] taken;

    Floor(int rooms, int days) {
        this.days = days;
        taken = new BitSet[rooms];
        Arrays.setAll(taken, _ -> new BitSet(days));
    }

    int rooms() {
        return taken.length;
    }

    /** Days outside the floor's are left out. */
    void take(int room, int start, int end) {
        if (start < days && end > 0) {
            taken[room].set(Math.max(0, start), Math.min(days, end));
        }
    }

    void free(int room, int start, int end) {
        taken[room].clear(start, end);
    }

    boolean isFree(int room, int start, int end) {
        int next = taken[room].nextSetBit(start);
        return next < 0 || next >= end;
    }

    /** Whether nothing is taken from a day on: such rooms are alike to all later stays. */
    boolean isFreeFrom(int room, int start) {
        return taken[room].nextSetBit(start) < 0;
    }

    /** The free nights in a row that a free stay lies in. */
    int gap(int room, int start, int end) {
        int next = taken[room].nextSetBit(end);
        int previous = start == 0 ? -1 : taken[room].previousSetBit(start - 1);
        return (next < 0 ? days : next) - previous - 1;
    }

    int freeOn(int day) {
        int free = 0;
        for (var room : taken) {
            if (!room.get(day)) {
                free++;
            }
        }
        return free;
    }
}
