package io.jari.queue;

import static io.jari.queue.JsonBytes.ascii;
import static java.util.Objects.requireNonNull;

import io.jari.board.SeatBoards;
import io.jari.core.queue.AskAgain;
import io.jari.core.queue.Place;
import io.jari.core.queue.Standing;
import io.jari.core.queue.WaitEstimate;
import io.jari.db.DatabaseClock;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What one who waits is told of a place: worked out of what is in memory. */
@Singleton
final class PlaceStatus {
    private static final byte[] DATE = ascii("\"dateID\":\"");
    private static final Map<Standing, byte[]> STATES = new EnumMap<>(Standing.class);
    private static final byte[] RANK = ascii(",\"rank\":");
    private static final byte[] AHEAD = ascii(",\"ahead\":");
    private static final byte[] WAIT = ascii(",\"waitSeconds\":");
    private static final byte[] LEFT = ascii(",\"seatsLeft\":");
    private static final byte[] HELD = ascii(",\"seatsHeld\":");
    private static final byte[] OPENS = ascii(",\"opensAt\":");
    private static final byte[] ENTER_BY = ascii(",\"enterBy\":");
    private static final byte[] NOW = ascii(",\"now\":");
    private static final byte[] ASK = ascii(",\"askAfterMillis\":");
    private static final byte[] NULL = ascii("null");
    private static final long UNKNOWN = -1;

    static {
        for (var standing : Standing.values()) {
            STATES.put(standing, ascii("\",\"state\":\"" + standing.text() + "\",\"ticket\":"));
        }
    }

    private final SeatBoards boards;
    private final DatabaseClock clock;

    PlaceStatus(SeatBoards boards, DatabaseClock clock) {
        this.boards = boards;
        this.clock = clock;
    }

    /**
     * Writes the members of a JSON object, without its braces.
     *
     * @param ticket of the line; whatever where everyone comes through
     */
    Standing write(JsonBytes out, Line line, long ticket) {
        var now = clock.millis();
        var place = line.place(ticket, now);
        var wait = WaitEstimate.millis(line.state(), place, line.perSecond(now), now);
        var off = place.standing() == Standing.OFF;
        out.put(DATE).number(line.dateId()).put(requireNonNull(STATES.get(place.standing())));
        known(out, off ? UNKNOWN : ticket);
        known(out.put(RANK), place.rank());
        known(out.put(AHEAD), place.ahead());
        known(out.put(WAIT), wait == WaitEstimate.UNKNOWN ? UNKNOWN : Math.ceilDiv(wait, 1_000L));
        seats(out, line.dateId());
        out.put(OPENS);
        if (line.state().opensAtMillis() > 0) {
            out.time(line.state().opensAtMillis());
        } else {
            out.put(NULL);
        }
        if (place.enterByMillis() != Place.UNKNOWN) {
            out.put(ENTER_BY).time(place.enterByMillis());
        }
        var ask = AskAgain.millis(line.state(), place, wait, now, ThreadLocalRandom.current());
        out.put(NOW).time(now).put(ASK).number(ask);
        return place.standing();
    }

    private void seats(JsonBytes out, int dateId) {
        var board = boards.peek(dateId);
        if (board == null) {
            var _ = boards.of(dateId); // for who asks next
            out.put(LEFT).put(NULL).put(HELD).put(NULL);
        } else {
            out.put(LEFT).number(board.availableInAll()).put(HELD).number(board.heldInAll());
        }
    }

    private static void known(JsonBytes out, long number) {
        if (number < 0) {
            out.put(NULL);
        } else {
            out.number(number);
        }
    }
}
