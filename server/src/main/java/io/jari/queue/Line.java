package io.jari.queue;

import io.jari.core.queue.LineState;
import io.jari.core.queue.Place;
import io.jari.core.queue.WaitEstimate;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What this process knows of the line of a date. Never changed: what follows is another. */
public final class Line {
    /** A rate is good for so long: what everybody is told is worked out once for all. */
    private static final long RATE_MILLIS = 200;

    private final int dateId;
    private final LineState state;
    private final @Nullable Drawn drawn;
    private final LongUnaryOperator ranks;
    private final long version;
    private volatile Rate rate = new Rate(Long.MIN_VALUE, 0);

    private record Rate(long atMillis, double perSecond) {}

    /** @param ranks of {@code drawn}, or each ticket its own */
    Line(int dateId, LineState state, @Nullable Drawn drawn, LongUnaryOperator ranks, long version) {
        this.dateId = dateId;
        this.state = state;
        this.drawn = drawn;
        this.ranks = ranks;
        this.version = version;
    }

    /** The same, seen at a later moment. */
    Line at(long nowMillis) {
        var now = state.after(state, nowMillis);
        return now.movingSinceMillis() == state.movingSinceMillis()
                ? this
                : new Line(dateId, now, drawn, ranks, version);
    }

    /** The same date once everybody comes through, which this process may not have seen yet. */
    Line off() {
        return new Line(dateId, LineState.OFF, null, LongUnaryOperator.identity(), version);
    }

    public int dateId() {
        return dateId;
    }

    public LineState state() {
        return state;
    }

    /** Null until a draw stands. */
    public @Nullable Drawn drawn() {
        return drawn;
    }

    /** The rank of each ticket, once the line is {@link LineState#ranked}. */
    public LongUnaryOperator ranks() {
        return ranks;
    }

    /** Of the last change of anything. */
    public long version() {
        return version;
    }

    public Place place(long ticket, long nowMillis) {
        return Place.of(state, ticket, ranks, nowMillis);
    }

    /** How many are admitted in a second; 0 when it does not move. */
    public double perSecond(long nowMillis) {
        var known = rate;
        if (known.atMillis > nowMillis || known.atMillis < nowMillis - RATE_MILLIS) {
            known = new Rate(nowMillis, WaitEstimate.perSecond(state, nowMillis));
            rate = known;
        }
        return known.perSecond;
    }
}
