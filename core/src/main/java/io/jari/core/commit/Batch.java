package io.jari.core.commit;

import java.util.List;

/**
 * Commands of one partition, in arrival order, to be decided in one transaction.
 *
 * @param commands at least one; unmodifiable
 */
public record Batch<P, C>(P partition, List<C> commands) {
    public Batch {
        commands = List.copyOf(commands);
    }
}
