package io.jari.core.stay;

import java.util.Arrays;

/** Counters by a non-negative long key: open addressing over dense columns, because boxing would cost the hot path. */
final class NightTable {

    static final int ABSENT = -1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys;
    private int[] reserved;
    private int[] target;
    private int[] delta;
    private boolean[] stopSale;
    private int[] slots;
    private int shift;
    private int size;

    NightTable(int expectedRows) {
        int capacity = Math.max(8, expectedRows);
        keys = new long[capacity];
        reserved = new int[capacity];
        target = new int[capacity];
        delta = new int[capacity];
        stopSale = new boolean[capacity];
        slots = new int[0];
        spread(capacity);
    }

    void add(long key, int rowReserved, int rowTarget, boolean rowStopSale) {
        if (key < 0 || rowReserved < 0 || rowTarget < 0) {
            throw new IllegalArgumentException("row " + key + ": " + rowReserved + " of " + rowTarget);
        }
        if (find(key) != ABSENT) {
            throw new IllegalArgumentException("row " + key + " twice");
        }
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        reserved[size] = rowReserved;
        target[size] = rowTarget;
        stopSale[size] = rowStopSale;
        slots[freeSlot(key)] = ++size;
    }

    /** The row of a key, or {@link #ABSENT}. */
    int find(long key) {
        for (int slot = home(key); ; slot = (slot + 1) & (slots.length - 1)) {
            int row = slots[slot] - 1;
            if (row == ABSENT || keys[row] == key) {
                return row;
            }
        }
    }

    int left(int row) {
        return Math.max(0, target[row] - reserved[row]);
    }

    boolean stopSale(int row) {
        return stopSale[row];
    }

    void shift(int row, int rooms) {
        int after = Math.addExact(reserved[row], rooms);
        if (after < 0) {
            throw new IllegalStateException("row " + keys[row] + " would hold " + after);
        }
        reserved[row] = after;
        delta[row] += rooms;
    }

    int delta(int row) {
        return delta[row];
    }

    /** The keys whose counter is not what it was, ascending. */
    long[] touched() {
        var found = new long[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (delta[row] != 0) {
                found[count++] = keys[row];
            }
        }
        var touched = Arrays.copyOf(found, count);
        Arrays.sort(touched);
        return touched;
    }

    private void grow() {
        int capacity = size * 2;
        keys = Arrays.copyOf(keys, capacity);
        reserved = Arrays.copyOf(reserved, capacity);
        target = Arrays.copyOf(target, capacity);
        delta = Arrays.copyOf(delta, capacity);
        stopSale = Arrays.copyOf(stopSale, capacity);
        spread(capacity);
    }

    private void spread(int capacity) {
        int bits = 33 - Integer.numberOfLeadingZeros(capacity);
        slots = new int[1 << bits];
        shift = Long.SIZE - bits;
        for (int row = 0; row < size; row++) {
            slots[freeSlot(keys[row])] = row + 1;
        }
    }

    private int freeSlot(long key) {
        int slot = home(key);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int home(long key) {
        return (int) ((key * GOLDEN) >>> shift);
    }
}
