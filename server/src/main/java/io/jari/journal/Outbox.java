package io.jari.journal;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which versions are to be published, and what stock they left for those who follow. */
public final class Outbox {
    private static final String INSERT = """
            insert into outbox (partition_id, kind, version, at, entries, rows)
            select p, k, v, a, e, r::int[]
              from unnest(?::bigint[], ?::smallint[], ?::bigint[], ?::timestamptz[], ?::int[], ?::text[])
                   as o(p, k, v, a, e, r)
            """;

    private Outbox() {}

    /**
     * @param rows triples of room type (0: the house), epoch day, reserved; null: read everything again
     */
    public record Row(Partition partition, long version, Instant at, int entries, int @Nullable [] rows) {}

    public static void write(Connection connection, List<Row> rows) {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, rows.stream().mapToLong(r -> r.partition().id()).toArray());
            insert.setObject(
                    2, rows.stream().mapToInt(r -> r.partition().kind().code()).toArray());
            insert.setObject(3, rows.stream().mapToLong(Row::version).toArray());
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", rows.stream().map(r -> r.at().toString()).toArray()));
            insert.setObject(5, rows.stream().mapToInt(Row::entries).toArray());
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "text", rows.stream().map(Outbox::text).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox", e);
        }
    }

    private static @Nullable String text(Row row) {
        var rows = row.rows();
        if (rows == null) {
            return null;
        }
        var text = Arrays.toString(rows).replace(" ", "");
        return "{" + text.substring(1, text.length() - 1) + "}";
    }
}
