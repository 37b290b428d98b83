package io.jari.journal;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes who did what, in the transaction that did it. */
public final class Journal {
    private static final String INSERT = """
            insert into journal (partition_id, kind, version, n, at, actor, action, subject, body)
            select * from unnest(?::bigint[], ?::smallint[], ?::bigint[], ?::int[], ?::timestamptz[],
                                 ?::text[], ?::text[], ?::text[], ?::jsonb[])
            """;

    private Journal() {}

    /** One thing that was done to a subject. */
    public record Row(
            Partition partition,
            long version,
            int n,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String body) {}

    public static void write(Connection connection, List<Row> rows) {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, rows.stream().mapToLong(r -> r.partition().id()).toArray());
            insert.setObject(
                    2, rows.stream().mapToInt(r -> r.partition().kind().code()).toArray());
            insert.setObject(3, rows.stream().mapToLong(Row::version).toArray());
            insert.setObject(4, rows.stream().mapToInt(Row::n).toArray());
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", rows.stream().map(r -> r.at().toString()).toArray()));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::actor).toArray()));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::action).toArray()));
            insert.setArray(
                    8,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::subject).toArray()));
            insert.setArray(
                    9,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::body).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("journal", e);
        }
    }
}
