package io.jari.core.commit;

import java.util.List;

/** The commands of one partition in one transaction. */
record Turn<P, C, R>(PartitionLine<P, C, R> line, List<Pending<C, R>> commands) {

    Batch<P, C> batch() {
        return new Batch<>(
                line.partition,
                commands.stream().map(pending -> pending.command).toList());
    }

    Turn<P, C, R> part(int from, int to) {
        return new Turn<>(line, commands.subList(from, to));
    }
}
