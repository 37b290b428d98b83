package io.jari.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Moves the clock from within a running server, which follows at once; other processes do a moment later. */
@ApplicationScoped
public class ClockHands {
    private final MovableClock clock;
    private final DatabaseClock follower;
    private final Event<ClockMoved> moved;

    public ClockHands(DataSource database, DatabaseClock follower, Event<ClockMoved> moved) {
        this.clock = new MovableClock(database);
        this.follower = follower;
        this.moved = moved;
    }

    public Instant now() {
        try {
            return clock.now();
        } catch (SQLException e) {
            throw new IllegalStateException("the clock cannot be read", e);
        }
    }

    public Duration offset() {
        try {
            return clock.offset();
        } catch (SQLException e) {
            throw new IllegalStateException("the clock cannot be read", e);
        }
    }

    public void moveTo(Instant moment) {
        try {
            clock.moveTo(moment);
            tell();
        } catch (SQLException e) {
            throw new IllegalStateException("the clock cannot be moved to " + moment, e);
        }
    }

    public void offset(Duration offset) {
        try {
            clock.offset(offset);
            tell();
        } catch (SQLException e) {
            throw new IllegalStateException("the clock cannot be moved by " + offset, e);
        }
    }

    private void tell() {
        follower.follow();
        moved.fire(new ClockMoved(now()));
    }
}
