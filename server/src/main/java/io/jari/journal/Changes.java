package io.jari.journal;

import io.jari.db.Partition;
import io.jari.db.SqlFault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Changes by staff and jobs: the head locked first, then the time read, then the work, journal and outbox, one commit. */
@ApplicationScoped
public class Changes {
    private static final int TRIES = 4;
    private final Jdbi jdbi;

    public Changes(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Runs the work in one transaction on the partition; again, a few times, when the failure was nobody's fault. */
    public <T> T of(Partition partition, String actor, Function<Change, T> work) {
        return run(partition, actor, false, work);
    }

    /** The same for a partition that begins with this change: its head is made too, unless nothing changes. */
    public <T> T first(Partition partition, String actor, Function<Change, T> work) {
        return run(partition, actor, true, work);
    }

    private <T> T run(Partition partition, String actor, boolean begins, Function<Change, T> work) {
        for (var tried = 1; ; tried++) {
            try {
                return jdbi.inTransaction(handle -> {
                    if (begins) {
                        begin(handle, partition);
                    }
                    var change = lock(handle, partition, actor);
                    var result = work.apply(change);
                    if (!change.write() && begins) {
                        handle.rollback();
                    }
                    return result;
                });
            } catch (RuntimeException e) {
                if (tried == TRIES || SqlFault.of(e) != SqlFault.PASSING) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L, 20_000_000L) * tried);
            }
        }
    }

    private static void begin(Handle handle, Partition partition) {
        handle.execute(
                "insert into partition_head (id, kind) values (?, ?) on conflict do nothing",
                partition.id(),
                partition.kind().code());
    }

    private static Change lock(Handle handle, Partition partition, String actor) {
        handle.execute("set local lock_timeout = '2s'");
        var head = handle.createQuery("select version from partition_head where id = :id and kind = :kind for update")
                .bind("id", partition.id())
                .bind("kind", partition.kind().code())
                .mapTo(Long.class)
                .findOne();
        if (head.isEmpty()) {
            throw new IllegalStateException("no head for " + partition);
        }
        // A later statement: one that waited for the lock would see what was there before.
        return handle.createQuery("select jari_now() as now, nextval('partition_version') as version")
                .map((row, context) -> new Change(
                        handle, partition, now(row.getObject(1, OffsetDateTime.class)), row.getLong(2), actor))
                .one();
    }

    private static Instant now(OffsetDateTime time) {
        return time.toInstant();
    }
}
