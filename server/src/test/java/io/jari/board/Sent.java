package io.jari.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.seat.SeatStates;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a page reads from the binary form. */
record Sent(int flags, long version, int first, int count, int available, byte[] rest) {
    static Sent read(byte[] body) {
        var bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new byte[] {bytes.get(), bytes.get(), bytes.get(), bytes.get()})
                .isEqualTo(new byte[] {'J', 'S', 'T', 1});
        var flags = bytes.get();
        bytes.get();
        bytes.getShort();
        var version = bytes.getLong();
        bytes.getInt();
        var sent =
                new Sent(flags, version, bytes.getInt(), bytes.getInt(), bytes.getInt(), new byte[bytes.remaining()]);
        bytes.get(sent.rest);
        return sent;
    }

    SeatStates onto(SeatStates known) {
        var bytes = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
        var states = known;
        if ((flags & 1) != 0) {
            while (bytes.hasRemaining()) {
                var change = bytes.getInt();
                states = states.with(new int[] {change >> 2, change & 3});
            }
        } else {
            for (var i = 0; i < count; i++) {
                states = states.with(new int[] {first + i, (rest[i / 4] >> (2 * (i % 4))) & 3});
            }
        }
        return states;
    }
}
