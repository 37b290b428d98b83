package io.jari.board;

import io.jari.core.seat.SeatStates;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;

/** Server-sent events about the seats of a date: how all stand, or what has changed. */
final class SeatEventText {
    /** Before the first event: reconnect after so long. */
    static final Buffer BEGIN = Buffer.buffer("retry: 2000\n\n");

    /** A comment, so that nobody between takes the connection for dead. */
    static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

    /** A change is written with about so many bytes; from then on all seats are shorter. */
    private static final int CHANGE_BYTES = 10;

    private SeatEventText() {}

    /** All seats: two bits each, as in {@link BinarySeats}, in base64. */
    static Buffer all(Board board) {
        var states = Base64.getEncoder().encodeToString(board.states().packed());
        return event("seats", board, "\"states\":\"" + states + '"');
    }

    /** @param pairs seat number, state code, … */
    static Buffer changes(Board board, int[] pairs) {
        if (CHANGE_BYTES * pairs.length / 2 > SeatStates.bytes(board.size()) * 4 / 3) {
            return all(board);
        }
        var changes = new StringBuilder(CHANGE_BYTES * pairs.length / 2 + 16).append("\"changes\":[");
        for (var i = 0; i < pairs.length; i += 2) {
            changes.append(i == 0 ? "[" : ",[")
                    .append(pairs[i])
                    .append(',')
                    .append(pairs[i + 1])
                    .append(']');
        }
        return event("changes", board, changes.append(']').toString());
    }

    /** What one who knows a version has missed; all seats when that is not known. */
    static Buffer since(Board board, long version) {
        var seats = version < 0 ? null : board.changedSince(version).orElse(null);
        if (seats == null) {
            return all(board);
        }
        var pairs = new int[2 * seats.length];
        for (var i = 0; i < seats.length; i++) {
            pairs[2 * i] = seats[i];
            pairs[2 * i + 1] = board.state(seats[i]);
        }
        return changes(board, pairs);
    }

    private static Buffer event(String name, Board board, String member) {
        return Buffer.buffer("event: %s\nid: %s\ndata: {\"version\":%d,%s,\"available\":%d,\"status\":\"%s\"}\n\n"
                .formatted(
                        name,
                        board.tag(),
                        board.version(),
                        member,
                        board.availableInAll(),
                        board.status().wire()));
    }
}
