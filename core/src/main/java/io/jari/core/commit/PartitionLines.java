package io.jari.core.commit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedTransferQueue;
import org.jspecify.annotations.Nullable;

/** All partitions that have commands, and the queue in which those wait that no writer serves. Idle partitions take no memory. */
class PartitionLines<P, C, R> {
    final Map<P, PartitionLine<P, C, R>> lines = new ConcurrentHashMap<>();
    private final LinkedTransferQueue<Ready<P, C, R>> ready = new LinkedTransferQueue<>();
    final int capacityPerPartition;

    PartitionLines(int capacityPerPartition) {
        this.capacityPerPartition = capacityPerPartition;
    }

    /** False: the partition has as many commands as it may. */
    boolean offer(P partition, Pending<C, R> pending) {
        while (true) {
            var line = line(partition);
            switch (line.offer(pending)) {
                case FIRST -> {
                    ready.add(line);
                    return true;
                }
                case ACCEPTED -> {
                    return true;
                }
                case FULL -> {
                    return false;
                }
                case RETIRED -> forget(line);
            }
        }
    }

    /** Waits for a partition with commands; it belongs to the caller until {@link #release}. */
    Ready<P, C, R> awaitReady() throws InterruptedException {
        return ready.take();
    }

    /** A further ready partition for the same transaction, or null when there is none or the next one has to lead its own. */
    @Nullable
    PartitionLine<P, C, R> pollFollower() {
        if (!(ready.peek() instanceof PartitionLine<P, C, R> line) || line.mustLead()) {
            return null;
        }
        return switch (ready.poll()) {
            case PartitionLine<P, C, R> follower -> follower;
            case Ready.End<P, C, R> end -> {
                ready.add(end);
                yield null;
            }
            case null -> null;
        };
    }

    void release(PartitionLine<P, C, R> line) {
        if (line.release()) {
            ready.add(line);
        } else {
            forget(line);
        }
    }

    /** Lets a writer that waits, or will wait, go home. */
    void sendHome() {
        ready.add(new Ready.End<>());
    }

    Iterable<PartitionLine<P, C, R>> all() {
        return lines.values();
    }

    @Nullable
    PartitionLine<P, C, R> find(P partition) {
        return lines.get(partition);
    }

    int size() {
        return lines.size();
    }

    PartitionLine<P, C, R> newLine(P partition) {
        return new PartitionLine<>(partition, capacityPerPartition);
    }

    /** Removes this line, not the one that somebody may have started after it. */
    void forget(PartitionLine<P, C, R> retired) {
        lines.remove(retired.partition, retired);
    }

    private PartitionLine<P, C, R> line(P partition) {
        var line = lines.get(partition);
        if (line != null) {
            return line;
        }
        var fresh = newLine(partition);
        var other = lines.putIfAbsent(partition, fresh);
        return other == null ? fresh : other;
    }
}
