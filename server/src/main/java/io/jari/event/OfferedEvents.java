package io.jari.event;

import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The part of the feed that is for other programs, with where each event comes from. */
@ApplicationScoped
public class OfferedEvents {
    private final DataSource dataSource;

    public OfferedEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An event and where it happened. */
    public record Offered(Origin origin, EventBody body) {}

    /**
     * What was found among some numbers.
     *
     * @param upto the last number that was looked at
     * @param last the number of the newest event there is
     */
    public record Found(List<Offered> events, long upto, long last) {}

    /** All that are offered among the {@code numbers} that follow one. */
    public Found after(Connection connection, long number, int numbers) throws SQLException {
        return after(connection, number, numbers, Choice.of(List.copyOf(EventTypes.names()), Sight.ALL));
    }

    Found after(long number, int numbers, List<String> types, Sight sight) {
        try (var connection = dataSource.getConnection()) {
            var dates = EventStore.datesOf(connection, sight.concerts());
            return after(connection, number, numbers, Choice.of(types, sight.with(dates)));
        } catch (SQLException e) {
            throw new IllegalStateException("events after " + number, e);
        }
    }

    private static Found after(Connection connection, long number, int numbers, Choice choice) throws SQLException {
        var last = EventStore.standing(connection).last();
        var upto = Math.min(last, number + numbers);
        if (upto <= number) {
            return new Found(List.of(), number, last);
        }
        var events = EventStore.after(connection, number, Math.toIntExact(upto - number), choice, EventLog::event);
        var concerts = EventStore.concertsOf(
                connection,
                events.stream()
                        .map(Event::partition)
                        .filter(p -> p.kind() == Partition.Kind.DATE)
                        .map(Partition::id)
                        .distinct()
                        .toList());
        var offered = new ArrayList<Offered>();
        for (var event : events) {
            var origin = origin(event.partition(), concerts);
            offered.add(new Offered(origin, EventBody.of(event, origin)));
        }
        return new Found(offered, upto, last);
    }

    private static Origin origin(Partition partition, Map<Long, Long> concerts) {
        return switch (partition.kind()) {
            case HOTEL -> new Origin(partition.id(), null, null);
            case CONCERT -> new Origin(null, partition.id(), null);
            case DATE -> new Origin(null, concerts.get(partition.id()), partition.id());
            case ACCOUNT, QUEUE -> throw new IllegalStateException("not offered: " + partition);
        };
    }
}
