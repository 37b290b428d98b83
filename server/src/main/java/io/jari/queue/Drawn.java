package io.jari.queue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A draw that stands, and all that its order follows from.
 *
 * @param tickets those up to this one took part
 * @param publicValue null where no source was named
 */
public record Drawn(
        int dateId,
        long tickets,
        byte[] seed,
        byte[] root,
        @Nullable String publicValue) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Drawn(var date, var count, var otherSeed, var otherRoot, var value)
                && dateId == date
                && tickets == count
                && Arrays.equals(seed, otherSeed)
                && Arrays.equals(root, otherRoot)
                && (publicValue == null ? value == null : publicValue.equals(value));
    }

    @Override
    public int hashCode() {
        return 31 * dateId + Arrays.hashCode(root);
    }
}
