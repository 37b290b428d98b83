package io.jari.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted. Null takes all.
 *
 * @param types names of types
 * @param kinds of whole partitions, together with {@code ids}: pairs
 */
record Choice(
        @Nullable List<String> types,
        @Nullable List<Integer> kinds,
        @Nullable List<Long> ids) {
    static final Choice ALL = new Choice(null, null, null);
}
