package io.jari.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * A place in the feed with a name. What is done with events and how far one has come are written in one transaction, by one process at a
 * time: each event is seen to once.
 */
public record EventReader(String name) {

    /** Begins behind the newest event, unless it has begun already. */
    public void begin(Connection connection) throws SQLException {
        EventStore.begin(connection, name);
    }

    /** The number of the last event seen to, held until the transaction ends; empty where another process holds it. */
    public OptionalLong lock(Connection connection) throws SQLException {
        return EventStore.lockPlace(connection, name);
    }

    /** In the transaction that holds the place. */
    public void moveTo(Connection connection, long number) throws SQLException {
        EventStore.movePlace(connection, name, number);
    }
}
