package io.jari.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * All that happened, in the order of publication. Whoever reads on from the last number read misses nothing and reads nothing twice.
 * Kept as long as the journal.
 */
@ApplicationScoped
public class EventLog {
    /** Events read at once. */
    public static final int MOST = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final DataSource dataSource;

    public EventLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The events that follow a number, at most so many. */
    public List<Event> after(long number, int most) {
        try (var connection = dataSource.getConnection()) {
            return after(connection, number, most);
        } catch (SQLException e) {
            throw new IllegalStateException("events after " + number, e);
        }
    }

    /** The same in the caller's transaction. */
    public List<Event> after(Connection connection, long number, int most) throws SQLException {
        return EventStore.after(connection, number, Math.min(most, MOST), Choice.ALL, EventLog::event);
    }

    /** The number of the newest; 0 where there is none. */
    public long last() {
        try (var connection = dataSource.getConnection()) {
            return EventStore.standing(connection).last();
        } catch (SQLException e) {
            throw new IllegalStateException("the last event", e);
        }
    }

    /** Those of the {@code most} that follow a number which are chosen. */
    List<Event> after(long number, int most, Choice choice) {
        try (var connection = dataSource.getConnection()) {
            return EventStore.after(connection, number, most, choice, EventLog::event);
        } catch (SQLException e) {
            throw new IllegalStateException("events after " + number, e);
        }
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("number"),
                row.getString("action"),
                row.getString("subject"),
                new Partition(Partition.Kind.of(row.getInt("kind")), row.getLong("partition_id")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                json(row.getString("body")));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds JSON", e);
        }
    }
}
