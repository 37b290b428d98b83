package io.jari.journal;

import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The first version of a partition that is loaded: its head, and that the journal tells of it. */
public final class Beginning {
    private Beginning() {}

    /** In the caller's transaction. */
    public static void write(Handle handle, Partition partition, Instant now, String actor, String action) {
        var version = handle.createQuery("select nextval('partition_version')")
                .mapTo(Long.class)
                .one();
        var pipeline = new Pipeline();
        Heads.begin(pipeline, partition.kind(), new long[] {partition.id()});
        Heads.raise(pipeline, partition, version, true);
        Journal.write(
                pipeline,
                List.of(new Journal.Row(
                        partition, version, 0, now, actor, action, Long.toString(partition.id()), null)));
        Outbox.write(pipeline, List.of(new Outbox.Row(partition, version, now, 1, new int[0])));
        try {
            pipeline.run(handle.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("beginning of " + partition, e);
        }
    }
}
