package io.jari.event;

import io.jari.db.Partition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted. Null takes all.
 *
 * @param types names of types
 * @param wholeKinds kinds of partitions all of which are wanted
 * @param partitions wanted beyond these
 */
record Choice(@Nullable List<String> types, @Nullable List<Integer> wholeKinds, List<Partition> partitions) {
    static final Choice ALL = new Choice(null, null, List.of());

    static Choice of(List<String> types, Sight sight) {
        return new Choice(types, sight.wholeKinds(), sight.partitions());
    }
}
