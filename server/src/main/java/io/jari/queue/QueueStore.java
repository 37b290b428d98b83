package io.jari.queue;

import io.jari.core.queue.Joiner;
import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.outage.Outage;
import io.jari.queue.QueueRow.StoredDraw;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is read before a queue's commands are decided: all by keys, in one round trip. */
final class QueueStore {
    static final String QUEUE = """
            select date_id, mode, opens_at, most_inside, admissions, pass_seconds, entry_seconds, paused, settings_version,
                   tickets, admitted, stepped_at, inside, came, forfeited, sold_out_at, watched_version,
                   seed, seed_hash, public_source, drawn_tickets, root, frozen_at, public_value, drawn_at, ease
              from queue
            """;

    private static final String PLACE = """
            select t.ticket, t.joiner, t.account_id, t.over_at is not null,
                   e.rank, e.account_id, e.entered_at, e.expires_at, e.leave_by, e.ended_at, e.end_reason
            """;
    private static final String ENTRY = """
              left join lateral (select * from queue_entry e where e.date_id = t.date_id and e.ticket = t.ticket offset 0) e on true
            """;

    private QueueStore() {}

    static QueueRead read(Connection connection, int dateId, List<Command> commands, Heads.Lock lock)
            throws SQLException {
        var read = new QueueRead();
        var pipeline = new Pipeline().plannedEachTime();
        Heads.lock(pipeline, Partition.Kind.QUEUE, new long[] {dateId}, lock, (_, _) -> {});
        Heads.nowAndVersion(pipeline, read::at);
        pipeline.query(Outage.MADE_UP_FOR, _ -> {}, row -> read.timeIsFair(row.getBoolean(1)));
        pipeline.query(QUEUE + " where date_id = ?", slots -> slots.set(1, dateId), row -> read.row(row(row)));
        pipeline.query(
                """
                select first_rank, last_rank, admitted_at, enter_by, entered
                  from queue_step where date_id = ? and closed_at is null
                """,
                slots -> slots.set(1, dateId),
                row -> read.step(new StepRow(
                        row.getLong(1), row.getLong(2), instant(row, 3), instant(row, 4), row.getInt(5), false)));
        places(pipeline, dateId, commands, read);
        if (commands.stream().anyMatch(Command.Step.class::isInstance)) {
            inside(pipeline, dateId, read);
        }
        pipeline.run(connection);
        return read;
    }

    private static void places(Pipeline pipeline, int dateId, List<Command> commands, QueueRead read) {
        var joiners = new ArrayList<byte[]>();
        var accounts = new ArrayList<Long>();
        var tickets = new ArrayList<Long>();
        for (var command : commands) {
            switch (command) {
                case Command.Join join -> {
                    joiners.add(join.joiner().bytes());
                    if (join.device() != null) {
                        joiners.add(join.device().bytes());
                    }
                    if (join.accountId() != null) {
                        accounts.add(join.accountId());
                    }
                }
                case Command.OfTicket of -> {
                    tickets.add(of.ticket());
                    accounts.add(of.accountId());
                }
                case Command.Paid paid -> paid.purchases().forEach(purchase -> accounts.add(purchase.accountId()));
                case Command.Step _ -> {}
            }
        }
        if (!joiners.isEmpty()) {
            pipeline.query(
                    PLACE + """
                              from unnest(?::bytea[]) k(joiner)
                             cross join lateral (select * from queue_ticket q where q.date_id = ? and q.joiner = k.joiner
                                                    and q.over_at is null offset 0) t
                            """ + ENTRY,
                    slots -> slots.bytes(1, joiners.toArray(byte[][]::new)).set(2, dateId),
                    row -> read.place(place(row)));
        }
        byNumber(pipeline, dateId, "account_id = k.id and q.over_at is null", accounts, read);
        byNumber(pipeline, dateId, "ticket = k.id", tickets, read);
    }

    private static void byNumber(Pipeline pipeline, int dateId, String key, List<Long> ids, QueueRead read) {
        if (!ids.isEmpty()) {
            pipeline.query(
                    PLACE + " from unnest(?::bigint[]) k(id) "
                            + " cross join lateral (select * from queue_ticket q where q.date_id = ? and q." + key
                            + " offset 0) t " + ENTRY,
                    slots -> slots.set(
                                    1,
                                    ids.stream()
                                            .mapToLong(Long::longValue)
                                            .distinct()
                                            .toArray())
                            .set(2, dateId),
                    row -> read.place(place(row)));
        }
    }

    /** Who is inside is counted, not remembered; whose pass is over and was not noted yet is read. */
    private static void inside(Pipeline pipeline, int dateId, QueueRead read) {
        pipeline.query(
                "select count(*) from queue_entry where date_id = ? and ended_at is null and expires_at > (select jari_now())",
                slots -> slots.set(1, dateId),
                row -> read.inside(row.getInt(1)));
        pipeline.query(PLACE + """
                          from (select * from queue_entry e
                                 where date_id = ? and ended_at is null and expires_at <= (select jari_now())) e
                         cross join lateral (select * from queue_ticket q where q.date_id = e.date_id and q.ticket = e.ticket
                                              offset 0) t
                        """, slots -> slots.set(1, dateId), row -> read.expired(place(row)));
    }

    private static Place place(ResultSet row) throws SQLException {
        var entered = maybe(row, 7);
        var reason = row.getString(11);
        return new Place(
                row.getLong(1),
                Joiner.of(row.getBytes(2)),
                row.getObject(3, Long.class),
                row.getBoolean(4),
                entered == null
                        ? null
                        : new Place.Entry(
                                row.getLong(5),
                                row.getLong(6),
                                entered,
                                instant(row, 8),
                                instant(row, 9),
                                maybe(row, 10),
                                reason == null ? null : EndReason.ofWire(reason)));
    }

    /** A row of {@link #QUEUE}. */
    static QueueRow row(ResultSet row) throws SQLException {
        return new QueueRow(
                row.getInt(1),
                Mode.ofStored(row.getString(2)),
                instant(row, 3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getBoolean(8),
                row.getInt(9),
                row.getLong(10),
                row.getLong(11),
                maybe(row, 12),
                row.getInt(13),
                row.getLong(14),
                row.getLong(15),
                maybe(row, 16),
                row.getLong(17),
                row.getDouble(26),
                draw(row));
    }

    private static @Nullable StoredDraw draw(ResultSet row) throws SQLException {
        var seed = row.getBytes(18);
        if (seed == null) {
            return null;
        }
        return new StoredDraw(
                seed,
                Objects.requireNonNull(row.getBytes(19)),
                row.getString(20),
                row.getObject(21, Long.class),
                row.getBytes(22),
                maybe(row, 23),
                row.getString(24),
                maybe(row, 25));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
