package io.jari.core.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told to everybody of a draw, as far as it has come.
 *
 * @param seed null until the order stands
 * @param publicSource where the public value is to be had; null: none was named
 * @param publicValue null until it is known
 * @param list null until it is frozen
 */
public record PublishedDraw(
        byte[] seedHash,
        byte @Nullable [] seed,
        @Nullable String publicSource,
        @Nullable String publicValue,
        @Nullable Frozen list) {

    /**
     * A frozen list.
     *
     * @param count how many took part
     * @param root of their {@link MerkleTree}
     * @param leaves as they are sent, perhaps damaged
     * @param at null where it is not told
     */
    public record Frozen(
            long count,
            byte[] root,
            byte[] leaves,
            @Nullable Instant at) {}

    /**
     * What a careful person kept while the draw went on, since the house could tell it otherwise later.
     *
     * @param seedHash from before the opening
     * @param root from before the public value was known
     * @param publicValue as its source tells it
     */
    public record Noted(
            byte @Nullable [] seedHash,
            byte @Nullable [] root,
            @Nullable String publicValue) {
        public static final Noted NOTHING = new Noted(null, null, null);
    }

    /**
     * One's own place, from one's token.
     *
     * @param since when the token was given at the latest; null where that is not known
     * @param rank that one was told; null where one was told none
     */
    public record Place(
            int dateId,
            long ticket,
            Joiner joiner,
            @Nullable Instant since,
            @Nullable Long rank) {}

    /** What whoever ran the draw could have done all the same, for people to know. */
    public String remains() {
        if (publicSource == null) {
            return "No source of a public value was named for this draw. The house knows the seed from the beginning, so it could have "
                    + "added made-up people before it froze the list, tried what order each of them makes, and stopped when it "
                    + "liked the order. Nothing that is published shows whether it did.";
        }
        return "The order depends on a value from a public source, \"%s\". If the source was named before the freeze, and nobody could "
                        .formatted(publicSource)
                + "know or choose its value then, nobody could choose the order: not the house either. Breaking the draw off would "
                + "have been seen. What no draw shows is who stands behind a leaf: whoever is in the list more often has more chances.";
    }
}
