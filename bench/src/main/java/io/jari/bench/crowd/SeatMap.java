package io.jari.bench.crowd;

import io.vertx.core.buffer.Buffer;

/** {@code application/vnd.jari.seats}, everything: 32 bytes of header, then two bits a seat, 0 where it is available. */
record SeatMap(Buffer bytes) {
    static final String MEDIA_TYPE = "application/vnd.jari.seats";
    private static final int HEADER = 32;
    private static final int COUNT_AT = 24;

    boolean readable() {
        return bytes.length() >= HEADER && bytes.getString(0, 3).equals("JST") && bytes.length() >= HEADER + size() / 4;
    }

    int size() {
        return bytes.getIntLE(COUNT_AT);
    }

    boolean available(int seat) {
        return ((bytes.getByte(HEADER + seat / 4) >> (2 * (seat % 4))) & 3) == 0;
    }

    /** The first of so many available ones one after the other, from this seat on and round; -1 where there are none. */
    int sideBySide(int many, int from) {
        var run = 0;
        for (var i = 0; i < size() + many; i++) {
            var seat = (from + i) % size();
            run = seat == 0 ? 0 : run;
            run = available(seat) ? run + 1 : 0;
            if (run == many) {
                return seat - many + 1;
            }
        }
        return -1;
    }
}
