package io.jari.db;

import java.util.List;

/** The heads of partitions: whoever changes a partition locks its head first and raises its version. */
public final class Heads {
    private Heads() {}

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
