package io.jari.core.queue;

import java.util.function.LongUnaryOperator;

/**
 * Where a ticket is in its line.
 *
 * @param rank in the order of admission, from 1; {@link #UNKNOWN} while that is still to be drawn, and where there is no line
 * @param ahead how many with lower ranks are still to be admitted; {@link #UNKNOWN} where the rank is
 * @param enterByMillis until when to come in, of one who is admitted; else {@link #UNKNOWN}
 */
public record Place(Standing standing, long rank, long ahead, long enterByMillis) {
    public static final long UNKNOWN = -1;

    /**
     * @param ticket from 1; it may be newer than what the line knows
     * @param ranks the rank of each ticket, once the line is {@link LineState#ranked}
     */
    public static Place of(LineState line, long ticket, LongUnaryOperator ranks, long nowMillis) {
        if (line.mode() == LineState.Mode.OFF) {
            return new Place(Standing.OFF, UNKNOWN, UNKNOWN, UNKNOWN);
        }
        if (!line.ranked()) {
            return new Place(unranked(line, nowMillis), UNKNOWN, UNKNOWN, UNKNOWN);
        }
        var rank = ranks.applyAsLong(ticket);
        var ahead = Math.max(0, rank - 1 - line.admitted());
        if (line.soldOut()) {
            return new Place(Standing.SOLD_OUT, rank, ahead, UNKNOWN);
        }
        return rank <= line.admitted()
                ? admitted(line, rank)
                : new Place(waiting(line, nowMillis), rank, ahead, UNKNOWN);
    }

    private static Standing unranked(LineState line, long nowMillis) {
        if (line.soldOut()) {
            return Standing.SOLD_OUT;
        }
        return nowMillis < line.opensAtMillis() ? Standing.NOT_OPEN : Standing.DRAWING;
    }

    private static Standing waiting(LineState line, long nowMillis) {
        if (nowMillis < line.opensAtMillis()) {
            return Standing.NOT_OPEN;
        }
        return line.paused() ? Standing.PAUSED : Standing.WAITING;
    }

    /** Over by what was decided, never by this process's clock: an outage gives the time back to who was admitted. */
    private static Place admitted(LineState line, long rank) {
        var at = line.steps().find(rank);
        return at < 0 || line.steps().get(at).closed()
                ? new Place(Standing.FORFEITED, rank, 0, UNKNOWN)
                : new Place(Standing.ADMITTED, rank, 0, line.steps().get(at).enterByMillis());
    }
}
