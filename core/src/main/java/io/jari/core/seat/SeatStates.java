package io.jari.core.seat;

import java.util.Arrays;

/**
 * How the seats of a date stand: two bits a seat, seats numbered from 0. Never changed; {@link #with} makes another.
 *
 * <p>Packed as sent: seat {@code i} of a range is in byte {@code i / 4}, at the bits {@code 2 * (i % 4)} and the one above.
 */
public final class SeatStates {
    public static final int AVAILABLE = 0;
    public static final int HELD = 1;
    public static final int SOLD = 2;
    public static final int BLOCKED = 3;

    private final byte[] packed;
    private final int size;

    private SeatStates(byte[] packed, int size) {
        this.packed = packed;
        this.size = size;
    }

    /** So many seats, all available. */
    public static SeatStates available(int size) {
        return new SeatStates(new byte[bytes(size)], size);
    }

    /** How many bytes so many seats take. */
    public static int bytes(int seats) {
        return (seats + 3) / 4;
    }

    public int size() {
        return size;
    }

    /** One of the four codes. */
    public int get(int seat) {
        return (packed[seat >> 2] >> ((seat & 3) << 1)) & 3;
    }

    /**
     * The same but for these.
     *
     * @param pairs seat number, state code, …; the last of a seat counts, seats that are not there are left out
     */
    public SeatStates with(int[] pairs) {
        var changed = packed.clone();
        for (var i = 0; i + 1 < pairs.length; i += 2) {
            if (pairs[i] >= 0 && pairs[i] < size) {
                put(changed, pairs[i], pairs[i + 1]);
            }
        }
        return new SeatStates(changed, size);
    }

    private static void put(byte[] packed, int seat, int state) {
        var shift = (seat & 3) << 1;
        packed[seat >> 2] = (byte) ((packed[seat >> 2] & ~(3 << shift)) | ((state & 3) << shift));
    }

    /** The seats from {@code from} until before {@code to}, packed into {@code target} at an offset; what is left of the last byte is 0. */
    public void pack(int from, int to, byte[] target, int offset) {
        if ((from & 3) == 0) {
            System.arraycopy(packed, from >> 2, target, offset, bytes(to - from));
            var left = (to - from) & 3;
            if (left > 0) {
                target[offset + ((to - from) >> 2)] &= (byte) ((1 << (left << 1)) - 1);
            }
            return;
        }
        Arrays.fill(target, offset, offset + bytes(to - from), (byte) 0);
        for (var seat = from; seat < to; seat++) {
            var at = seat - from;
            target[offset + (at >> 2)] |= (byte) (get(seat) << ((at & 3) << 1));
        }
    }

    /** How many of a range are available. */
    public int countAvailable(int from, int to) {
        var count = 0;
        for (var seat = from; seat < to; seat++) {
            if (get(seat) == AVAILABLE) {
                count++;
            }
        }
        return count;
    }

    /** What {@code older} lacks to be as this: seat number, state code, …, in the order of the seats. Both are of one date. */
    public int[] changesSince(SeatStates older) {
        var pairs = new int[16];
        var length = 0;
        for (var at = Arrays.mismatch(packed, older.packed); at >= 0 && at < packed.length; at++) {
            for (var seat = at << 2; packed[at] != older.packed[at] && seat < Math.min(size, (at + 1) << 2); seat++) {
                if (get(seat) != older.get(seat)) {
                    pairs = length == pairs.length ? Arrays.copyOf(pairs, 2 * length) : pairs;
                    pairs[length++] = seat;
                    pairs[length++] = get(seat);
                }
            }
        }
        return Arrays.copyOf(pairs, length);
    }

    /** All four states in bytes that differ where any seat does. */
    public byte[] packed() {
        return packed.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatStates states && size == states.size && Arrays.equals(packed, states.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return size + " seats, " + countAvailable(0, size) + " available";
    }
}
