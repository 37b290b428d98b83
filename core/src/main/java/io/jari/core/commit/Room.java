package io.jari.core.commit;

import io.jari.core.commit.CommitListener.Rejection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many unanswered commands there are in all, and may be. */
final class Room {
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final int maxCommands;
    private final long maxBytes;

    Room(int maxCommands, long maxBytes) {
        this.maxCommands = maxCommands;
        this.maxBytes = maxBytes;
    }

    /** Why there is no room, or null: entered. */
    @Nullable
    Rejection enter(int size) {
        if (commands.incrementAndGet() > maxCommands) {
            commands.decrementAndGet();
            return Rejection.TOTAL_FULL;
        }
        if (bytes.addAndGet(size) > maxBytes) {
            leave(1, size);
            return Rejection.BYTES_FULL;
        }
        return null;
    }

    void leave(int count, long size) {
        bytes.addAndGet(-size);
        commands.addAndGet(-count);
    }

    void leave(List<? extends Pending<?, ?>> those) {
        long size = 0;
        for (var pending : those) {
            size += pending.bytes;
        }
        leave(those.size(), size);
    }

    long commands() {
        return commands.get();
    }

    long bytes() {
        return bytes.get();
    }
}
