package io.jari.journal;

import io.jari.db.Partition;
import io.jari.db.Pipeline;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which versions are to be published, and what stock they left for those who follow. */
public final class Outbox {
    private static final String INSERT = """
            with told as materialized (
                select p, k, v, a, e, r::int[]
                  from unnest(?::bigint[], ?::smallint[], ?::bigint[], ?::timestamptz[], ?::int[], ?::text[])
                       as o(p, k, v, a, e, r)),
            pending as (
                insert into event_pending (version, partition_id, kind, entries) select v, p, k, e from told where e > 0)
            insert into outbox (partition_id, kind, version, at, entries, rows) select * from told
            """;

    private Outbox() {}

    /**
     * @param rows triples of room type (0: the house), epoch day, reserved; null: read everything again
     */
    public record Row(Partition partition, long version, Instant at, int entries, int @Nullable [] rows) {}

    /** Adds the rows to what is sent together. */
    public static void write(Pipeline pipeline, List<Row> rows) {
        pipeline.update(
                INSERT,
                rows.size(),
                slots -> slots.set(
                                1,
                                rows.stream().mapToLong(r -> r.partition().id()).toArray())
                        .set(
                                2,
                                rows.stream()
                                        .mapToInt(r -> r.partition().kind().code())
                                        .toArray())
                        .set(3, rows.stream().mapToLong(Row::version).toArray())
                        .texts(4, rows.stream().map(r -> r.at().toString()).toArray())
                        .set(5, rows.stream().mapToInt(Row::entries).toArray())
                        .texts(6, rows.stream().map(Outbox::text).toArray()));
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
