package io.jari.board;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seats for people who integrate: names instead of numbers. Written by hand, for it is long and made often. */
final class JsonSeats {
    static final String MEDIA_TYPE = "application/json";
    private static final byte[] SEAT = ascii("{\"seatID\":\"");
    private static final byte[] STATE = ascii("\",\"state\":\"");
    private static final byte[] END = ascii("\"}");
    private static final byte[][] STATES = Stream.of("available", "held", "sold", "blocked")
            .map(JsonSeats::ascii)
            .toArray(byte[][]::new);

    /** Of a seat. */
    static final int MOST_BYTES_BESIDE_NAME = SEAT.length + STATE.length + END.length + 10;

    private JsonSeats() {}

    /** @param changed null: everything */
    static byte[] write(Board board, SeatAsk ask, int @Nullable [] changed) {
        var from = board.bodies().from(ask);
        var to = board.bodies().to(ask);
        var seats = changed == null ? to - from : changed.length;
        var out = new ByteArrayOutputStream(256 + seats * (MOST_BYTES_BESIDE_NAME + 36));
        out.writeBytes(ascii(
                "{\"concertID\":\"%d\",\"dateID\":\"%d\",\"epoch\":\"%08x\",\"version\":%d,\"status\":\"%s\",\"available\":%d,"
                        .formatted(
                                board.concertId(),
                                board.dateId(),
                                board.epoch(),
                                board.version(),
                                board.status().wire(),
                                board.states().countAvailable(from, to))));
        out.writeBytes(ascii("\"changesOnly\":%b,\"sinceUnknown\":%b,\"seats\":["
                .formatted(changed != null, ask.since() == SeatAsk.UNKNOWN)));
        for (var i = 0; i < seats; i++) {
            if (i > 0) {
                out.write(',');
            }
            seat(board, changed == null ? from + i : changed[i], out);
        }
        out.writeBytes(ascii("]}"));
        return out.toByteArray();
    }

    private static void seat(Board board, int seat, ByteArrayOutputStream out) {
        out.writeBytes(SEAT);
        board.seats().writeName(seat, out);
        out.writeBytes(STATE);
        out.writeBytes(STATES[board.state(seat)]);
        out.writeBytes(END);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
