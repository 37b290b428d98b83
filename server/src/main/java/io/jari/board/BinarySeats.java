package io.jari.board;

import io.jari.concert.DateTerms;
import io.jari.core.seat.SeatStates;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code application/vnd.jari.seats}: a header of 32 bytes, then the seats. All numbers are little endian and without sign.
 *
 * <pre>
 *  0  3  "JST"
 *  3  1  1: this format
 *  4  1  flags: 1 changes only; 2 everything, for what the asker knew is not known here or too old; 4 one zone
 *  5  1  0 on sale, 1 paused, 2 canceled
 *  6  2  0
 *  8  8  version
 * 16  4  epoch
 * 20  4  number of the first seat
 * 24  4  how many seats: these numbers are the board, or the zone
 * 28  4  how many of them are available
 * 32     everything: 2 bits a seat. The seat first + i is in byte i / 4, at the bits 2 * (i % 4) and the one above; what is left is 0
 *        changes only: 4 bytes for each seat that changed, in order of numbers: number * 4 + state, as it stands now
 * </pre>
 *
 * States: 0 available, 1 held, 2 sold, 3 blocked.
 */
final class BinarySeats {
    static final String MEDIA_TYPE = "application/vnd.jari.seats";
    private static final byte[] BEGIN = "JST\1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 32;
    private static final int CHANGES_ONLY = 1;
    private static final int SINCE_UNKNOWN = 2;
    private static final int ZONE = 4;

    private BinarySeats() {}

    static int changeBytes(int seats) {
        return 4 * seats;
    }

    /** @param changed null: everything */
    static byte[] write(Board board, SeatAsk ask, int @Nullable [] changed) {
        var from = board.bodies().from(ask);
        var to = board.bodies().to(ask);
        var length = changed == null ? SeatStates.bytes(to - from) : changeBytes(changed.length);
        var bytes = ByteBuffer.allocate(HEADER_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(BEGIN)
                .put((byte) flags(ask, changed != null))
                .put((byte) code(board.status()))
                .putShort((short) 0)
                .putLong(board.version())
                .putInt((int) board.epoch())
                .putInt(from)
                .putInt(to - from)
                .putInt(board.states().countAvailable(from, to));
        if (changed == null) {
            board.states().pack(from, to, bytes.array(), HEADER_BYTES);
        } else {
            for (var seat : changed) {
                bytes.putInt((seat << 2) | board.state(seat));
            }
        }
        return bytes.array();
    }

    private static int flags(SeatAsk ask, boolean changesOnly) {
        return (changesOnly ? CHANGES_ONLY : 0)
                | (ask.since() == SeatAsk.UNKNOWN ? SINCE_UNKNOWN : 0)
                | (ask.zone() == SeatAsk.ALL ? 0 : ZONE);
    }

    private static int code(DateTerms.Status status) {
        return switch (status) {
            case ON_SALE -> 0;
            case PAUSED -> 1;
            case CANCELED -> 2;
        };
    }
}
