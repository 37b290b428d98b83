package io.jari.journal;

import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One transaction on a partition whose head is locked: what it writes is versioned, journaled and followed. */
public final class Change {
    private final Handle handle;
    private final Partition partition;
    private final Instant now;
    private final long version;
    private final String actor;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable List<Integer> rows = new ArrayList<>();
    private boolean ratesChanged;

    Change(Handle handle, Partition partition, Instant now, long version, String actor) {
        this.handle = handle;
        this.partition = partition;
        this.now = now;
        this.version = version;
        this.actor = actor;
    }

    public Handle handle() {
        return handle;
    }

    /** The database's time, read under the lock. */
    public Instant now() {
        return now;
    }

    /** The version that rows written here carry. */
    public long version() {
        return version;
    }

    public String actor() {
        return actor;
    }

    /** Writes a journal row; body is JSON text. A change without any entry raises nothing. */
    public void journal(String action, String subject, @Nullable String body) {
        entries.add(new Entry(action, subject, body));
    }

    /** Offers made from now on differ: followers read rates, rules and terms again. */
    public void ratesChanged() {
        ratesChanged = true;
    }

    /** Tells followers what a stock row holds now; room type 0 is the house. */
    public void reserved(int roomTypeId, LocalDate date, int totalReserved) {
        if (rows != null) {
            rows.add(roomTypeId);
            rows.add(Math.toIntExact(date.toEpochDay()));
            rows.add(totalReserved);
        }
    }

    /** Tells followers to read all stock rows of the partition again. */
    public void stockChanged() {
        rows = null;
    }

    /** False when there was nothing to write. */
    boolean write() {
        if (entries.isEmpty()) {
            return false;
        }
        var pipeline = new Pipeline();
        Heads.raise(pipeline, partition, version, ratesChanged);
        Journal.write(
                pipeline, IntStream.range(0, entries.size()).mapToObj(this::row).toList());
        Outbox.write(pipeline, List.of(new Outbox.Row(partition, version, now, entries.size(), rows())));
        try {
            pipeline.run(handle.getConnection());
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("journal of " + partition, e);
        }
    }

    private Journal.Row row(int n) {
        var e = entries.get(n);
        return new Journal.Row(partition, version, n, now, actor, e.action(), e.subject(), e.body());
    }

    private int @Nullable [] rows() {
        return rows == null ? null : rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private record Entry(
            String action, String subject, @Nullable String body) {}
}
