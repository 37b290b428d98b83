package io.jari.journal;

import io.jari.db.Partition;
import io.jari.db.Pipeline;
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
                        .set(4, rows.stream().mapToInt(Row::n).toArray())
                        .texts(5, rows.stream().map(r -> r.at().toString()).toArray())
                        .texts(6, rows.stream().map(Row::actor).toArray())
                        .texts(7, rows.stream().map(Row::action).toArray())
                        .texts(8, rows.stream().map(Row::subject).toArray())
                        .texts(9, rows.stream().map(Row::body).toArray()));
    }
}
