package io.jari.queue;

import io.jari.db.Plans;
import io.jari.queue.QueueBodies.LiveBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads queues as they stand. */
@ApplicationScoped
class QueueLookup {
    private final DataSource dataSource;

    QueueLookup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<QueueRow> find(int dateId) {
        try (var connection = dataSource.getConnection()) {
            return find(connection, dateId);
        } catch (SQLException e) {
            throw new IllegalStateException("queue of date " + dateId, e);
        }
    }

    static Optional<QueueRow> find(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement(QueueStore.QUEUE + " where date_id = ?")) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(QueueStore.row(row)) : Optional.empty();
            }
        }
    }

    /**
     * A queue to be looked after.
     *
     * @param watchedVersion of its date: up to it, who has bought is known
     * @param settled sold out, and nobody is inside any more
     */
    record Open(int dateId, long watchedVersion, boolean settled) {}

    private static final String OPEN = """
            queue q join concert_date d using (date_id)
             where q.mode <> 'off' and q.opens_at <= it.now
               and (q.sold_out_at is null or d.sale_closes_at > it.now and d.status <> 'canceled')
               and (q.tickets > q.admitted or q.inside > 0 or q.mode = 'drawn' and q.frozen_at is null
                    or exists (select from queue_step s where s.date_id = q.date_id and s.closed_at is null))
            """;

    static final String ANY_OPEN = "exists (select from " + OPEN + ")";

    /** Queues that have opened and have somebody to look after; those of dates that are over until everybody is told. */
    List<Open> open() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select q.date_id, q.watched_version, q.sold_out_at is not null and q.inside = 0
                        """ + "from (select jari_now() as now) it, " + OPEN);
                var rows = select.executeQuery()) {
            var open = new ArrayList<Open>();
            while (rows.next()) {
                open.add(new Open(rows.getInt(1), rows.getLong(2), rows.getBoolean(3)));
            }
            return open;
        }
    }

    /** Bounded at both ends: at one alone a planner that does not know the time expects a third of all that is there, and reads it all. */
    static final String LIVE = """
            select q.tickets - q.admitted,
                   (select count(*) from queue_entry e
                     where e.date_id = q.date_id and e.ended_at is null and e.expires_at > n.now),
                   coalesce(o.still, 0),
                   (select coalesce(sum(last_rank - first_rank + 1), 0) / 10.0 from queue_step s
                     where s.date_id = q.date_id and s.admitted_at between n.now - interval '10 seconds' and n.now),
                   q.came + coalesce(o.entered, 0), q.forfeited,
                   (select avg(extract(epoch from e.entered_at - greatest(t.joined_at, q.opens_at)))::float8
                      from queue_entry e join queue_ticket t using (date_id, ticket)
                     where e.date_id = q.date_id and e.entered_at between n.now - interval '1 minute' and n.now),
                   q.paused, q.sold_out_at, n.now
              from queue q
             cross join (select jari_now() as now) n
              left join lateral (select sum(last_rank - first_rank + 1 - entered) as still, sum(entered) as entered
                                   from queue_step s where s.date_id = q.date_id and s.closed_at is null) o on true
             where q.date_id = ?
            """;

    /** What staff want to know now. */
    Optional<LiveBody> live(int dateId) {
        try (var connection = dataSource.getConnection();
                var select = Plans.eachTime(connection, LIVE)) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var soldOutAt = row.getObject(9, OffsetDateTime.class);
                return Optional.of(new LiveBody(
                        row.getLong(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getObject(7, Double.class),
                        row.getBoolean(8),
                        soldOutAt == null ? null : soldOutAt.toInstant(),
                        row.getObject(10, OffsetDateTime.class).toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("queue of date " + dateId, e);
        }
    }
}
