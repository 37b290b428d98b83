package io.jari.queue;

import io.jari.core.queue.AdmissionSteps.Step;
import io.jari.core.queue.LineState;
import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how lines stand, and what became of them since a version. */
final class LineStore {
    private static final int QUEUE = Partition.Kind.QUEUE.code();

    /** Steps read with a line, besides those that are open: more than are made in two minutes. */
    private static final int STEPS_BACK = 1_000;

    private static final String LINE = """
            q.mode, (extract(epoch from q.opens_at) * 1000)::bigint as opens_at, q.admissions, q.entry_seconds, q.paused,
            q.tickets, q.admitted, q.sold_out_at is not null as sold_out, q.drawn_at is not null as drawn, q.drawn_tickets,
            case when q.drawn_at is not null then q.seed end as seed, q.root, q.public_value""";

    private static final String STEP = """
            s.first_rank, s.last_rank, (extract(epoch from s.admitted_at) * 1000)::bigint as admitted_at,
            (extract(epoch from s.enter_by) * 1000)::bigint as enter_by, s.closed_at is not null as closed""";

    private LineStore() {}

    /**
     * A line at one moment.
     *
     * @param version of its partition; -1 where there never was anything
     * @param state without steps, {@link LineState#OFF} where there is no queue
     * @param steps in order of ranks: all that matter, or those that changed
     */
    record Found(
            int dateId,
            long version,
            LineState state,
            @Nullable Drawn drawn,
            List<Step> steps) {}

    /** Everything of the line of a date; empty when there is no such date. One statement, so one moment. */
    static Optional<Found> read(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement("""
                select d.date_id, coalesce(h.version, -1) as version, %1$s, %2$s
                  from concert_date d
                  left join partition_head h on h.id = d.date_id and h.kind = %3$d
                  left join queue q on q.date_id = d.date_id
                  left join lateral (
                       select * from (select * from queue_step
                                       where date_id = d.date_id order by first_rank desc limit %4$d) latest
                       union
                       select * from queue_step where date_id = d.date_id and closed_at is null) s on true
                 where d.date_id = ?
                 order by s.first_rank
                """.formatted(LINE, STEP, QUEUE, STEPS_BACK))) {
            select.setInt(1, dateId);
            return found(select).stream().findFirst();
        }
    }

    /**
     * What was committed since, of all the lines asked for; a line without news is left out. Lateral, and {@code offset 0}, so that each
     * is found by its key.
     */
    static List<Found> since(Connection connection, int[] dates, long[] versions) throws SQLException {
        try (var select = connection.prepareStatement("""
                select w.id as date_id, h.version, %1$s, %2$s
                  from unnest(?::bigint[], ?::bigint[]) w(id, version)
                 cross join lateral (select version from partition_head
                                      where id = w.id and kind = %3$d and version > w.version offset 0) h
                  left join lateral (select * from queue where date_id = w.id offset 0) q on true
                  left join lateral (select * from queue_step
                                      where date_id = w.id and version > w.version offset 0) s on true
                 order by w.id, s.first_rank
                """.formatted(LINE, STEP, QUEUE))) {
            select.setObject(1, Arrays.stream(dates).asLongStream().toArray());
            select.setObject(2, versions);
            return found(select);
        }
    }

    /** Lines stand together in the rows, each once for each of its steps. */
    private static List<Found> found(PreparedStatement select) throws SQLException {
        var all = new ArrayList<Found>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var dateId = rows.getInt("date_id");
                if (all.isEmpty() || all.getLast().dateId() != dateId) {
                    all.add(new Found(
                            dateId, rows.getLong("version"), state(rows), drawn(dateId, rows), new ArrayList<>()));
                }
                if (rows.getLong("first_rank") > 0) {
                    all.getLast().steps().add(step(rows));
                }
            }
        }
        return all;
    }

    private static LineState state(ResultSet row) throws SQLException {
        @Nullable String mode = row.getString("mode");
        return mode == null
                ? LineState.OFF
                : new LineState(
                        mode(mode),
                        row.getLong("opens_at"),
                        row.getInt("admissions"),
                        row.getInt("entry_seconds"),
                        row.getBoolean("paused"),
                        row.getLong("tickets"),
                        row.getLong("admitted"),
                        row.getBoolean("sold_out"),
                        row.getBoolean("drawn"),
                        LineState.OFF.steps(),
                        LineState.STANDS);
    }

    private static LineState.Mode mode(String mode) {
        return switch (mode) {
            case "off" -> LineState.Mode.OFF;
            case "first_come" -> LineState.Mode.FIRST_COME;
            case "drawn" -> LineState.Mode.DRAWN;
            default -> throw new IllegalStateException("a line of mode " + mode);
        };
    }

    private static @Nullable Drawn drawn(int dateId, ResultSet row) throws SQLException {
        return row.getBoolean("drawn")
                ? new Drawn(
                        dateId,
                        row.getLong("drawn_tickets"),
                        row.getBytes("seed"),
                        row.getBytes("root"),
                        row.getString("public_value"))
                : null;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("first_rank"),
                row.getLong("last_rank"),
                row.getLong("admitted_at"),
                row.getLong("enter_by"),
                row.getBoolean("closed"));
    }
}
