package io.jari.mail;

import io.jari.commit.Transaction;
import io.jari.event.Event;
import io.jari.event.EventReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Makes letters of what happened. They and the reader's place in the feed are written in one transaction, by one process at a time: an
 * event makes each of its letters once.
 */
final class LetterReader {
    /** Events in one transaction. */
    private static final int MOST = 500;

    private final DataSource dataSource;
    private final Feed feed;
    private final Place place;
    private final Duration keep;

    /** What happened after an event. */
    interface Feed {
        List<Event> after(Connection connection, long number, int most) throws SQLException;
    }

    /** How far the feed has been read. */
    interface Place {
        void begin(Connection connection) throws SQLException;

        /** Empty where another process has it. */
        OptionalLong lock(Connection connection) throws SQLException;

        void moveTo(Connection connection, long number) throws SQLException;

        static Place of(EventReader reader) {
            return new Place() {
                @Override
                public void begin(Connection connection) throws SQLException {
                    reader.begin(connection);
                }

                @Override
                public OptionalLong lock(Connection connection) throws SQLException {
                    return reader.lock(connection);
                }

                @Override
                public void moveTo(Connection connection, long number) throws SQLException {
                    reader.moveTo(connection, number);
                }
            };
        }
    }

    /** @param keep how long after its event a letter may be sent */
    LetterReader(DataSource dataSource, Feed feed, Place place, Duration keep) {
        this.dataSource = dataSource;
        this.feed = feed;
        this.place = place;
        this.keep = keep;
    }

    void begin() throws SQLException {
        Transaction.run(dataSource, connection -> {
            place.begin(connection);
            return true;
        });
    }

    /** What a turn did. */
    record Turn(int letters, boolean isFull) {}

    Turn turn() throws SQLException {
        return Transaction.run(dataSource, connection -> {
            var at = place.lock(connection);
            if (at.isEmpty()) {
                return new Turn(0, false);
            }
            var events = feed.after(connection, at.getAsLong(), MOST);
            if (events.isEmpty()) {
                return new Turn(0, false);
            }
            var letters = events.stream()
                    .flatMap(event -> NewLetter.of(event).stream())
                    .toList();
            var made = LetterStore.insert(connection, letters, keep);
            place.moveTo(connection, events.getLast().number());
            return new Turn(made, events.size() == MOST);
        });
    }
}
