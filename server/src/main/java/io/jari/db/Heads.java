package io.jari.db;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** The heads of partitions: whoever changes a partition locks its head first and raises its version. */
public final class Heads {
    private Heads() {}

    /** Whether heads are locked. */
    public enum Lock {
        HELD(" for update", " for update skip locked"),
        /** Only in tests that must see what the lock prevents. */
        NONE("", "");

        private final String waiting;
        private final String skipping;

        Lock(String waiting, String skipping) {
            this.waiting = waiting;
            this.skipping = skipping;
        }
    }

    /** Takes a head: the partition's id and the rates' version. */
    @FunctionalInterface
    public interface Held {
        void head(long id, long ratesVersion);
    }

    /** Takes the time of all decisions of a transaction, and the version of what it will write. */
    @FunctionalInterface
    public interface Now {
        void now(Instant time, long version);
    }

    /** Makes heads where there are none yet: before they are locked, and in one order by all. */
    public static void begin(Pipeline pipeline, Partition.Kind kind, long[] ids) {
        pipeline.update(
                "insert into partition_head (id, kind) select id, " + kind.code()
                        + " from unnest(?::bigint[]) id order by id on conflict do nothing",
                slots -> slots.set(1, ids));
    }

    /**
     * Locks the head of the first partition, waiting for it, then those further heads that nobody else holds.
     *
     * @param ids at least one, each another
     */
    public static void lock(Pipeline pipeline, Partition.Kind kind, long[] ids, Lock lock, Held held) {
        pipeline.query(
                "select id, rates_version from partition_head where id = ? and kind = " + kind.code() + lock.waiting,
                slots -> slots.set(1, ids[0]),
                row -> held.head(row.getLong(1), row.getLong(2)));
        if (ids.length > 1) {
            pipeline.query(
                    "select id, rates_version from partition_head where id = any(?) and kind = " + kind.code()
                            + " order by id" + lock.skipping,
                    slots -> slots.set(1, Arrays.copyOfRange(ids, 1, ids.length)),
                    row -> held.head(row.getLong(1), row.getLong(2)));
        }
    }

    /** To be asked in a later statement than the lock: one that waited for it would know an earlier time. */
    public static void nowAndVersion(Pipeline pipeline, Now now) {
        pipeline.query(
                "select jari_now(), nextval('partition_version')",
                _ -> {},
                row -> now.now(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)));
    }

    /** Raises the version of a head that this transaction holds; with the rates' version when offers change. */
    public static void raise(Pipeline pipeline, Partition partition, long version, boolean ratesChanged) {
        pipeline.update(
                """
                update partition_head
                   set version = ?, rates_version = case when ? then ? else rates_version end
                 where id = ? and kind = ?
                """,
                1,
                slots -> slots.set(1, version)
                        .set(2, ratesChanged)
                        .set(3, version)
                        .set(4, partition.id())
                        .set(5, partition.kind().code()));
    }

    /** Raises the versions of heads that this transaction holds. */
    public static void raise(Pipeline pipeline, List<Partition> partitions, long version) {
        pipeline.update(
                """
                update partition_head h set version = ?
                  from unnest(?::bigint[], ?::smallint[]) as k(id, kind)
                 where h.id = k.id and h.kind = k.kind
                """,
                partitions.size(),
                slots -> slots.set(1, version)
                        .set(2, partitions.stream().mapToLong(Partition::id).toArray())
                        .set(
                                3,
                                partitions.stream()
                                        .mapToInt(p -> p.kind().code())
                                        .toArray()));
    }
}
