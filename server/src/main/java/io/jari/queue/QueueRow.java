package io.jari.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A queue as it stands in the database. */
public record QueueRow(
        int dateId,
        Mode mode,
        Instant opensAt,
        int mostInside,
        int admissions,
        int passSeconds,
        int entrySeconds,
        boolean paused,
        int settingsVersion,
        long tickets,
        long admitted,
        @Nullable Instant steppedAt,
        int inside,
        long came,
        long forfeited,
        @Nullable Instant soldOutAt,
        long watchedVersion,
        double ease,
        @Nullable StoredDraw draw) {

    public boolean isOpen(Instant now) {
        return mode != Mode.OFF && !now.isBefore(opensAt);
    }

    /** Whether ranks are known: they are the tickets, or were drawn. */
    boolean isOrdered() {
        return mode != Mode.DRAWN || (draw != null && draw.drawnAt() != null);
    }

    /** Whether the list of those who came before the opening is to be frozen. */
    boolean isToBeFrozen(Instant now) {
        return mode == Mode.DRAWN && draw != null && draw.frozenAt() == null && isOpen(now);
    }

    QueueRow with(StoredDraw next) {
        return new QueueRow(
                dateId,
                mode,
                opensAt,
                mostInside,
                admissions,
                passSeconds,
                entrySeconds,
                paused,
                settingsVersion,
                tickets,
                admitted,
                steppedAt,
                inside,
                came,
                forfeited,
                soldOutAt,
                watchedVersion,
                ease,
                next);
    }

    /**
     * What is kept of a draw.
     *
     * @param seed 32 bytes, told when the order stands
     * @param publicSource where the public value is to be had; null: there is none
     * @param tickets how many took part
     * @param root of the Merkle tree of those
     */
    public record StoredDraw(
            byte[] seed,
            byte[] seedHash,
            @Nullable String publicSource,
            @Nullable Long tickets,
            byte @Nullable [] root,
            @Nullable Instant frozenAt,
            @Nullable String publicValue,
            @Nullable Instant drawnAt) {

        /** The list as it is now, for ever. Where no public value is to come, the order stands with it. */
        StoredDraw frozen(long count, byte[] listRoot, Instant now) {
            return new StoredDraw(
                    seed, seedHash, publicSource, count, listRoot, now, null, publicSource == null ? now : null);
        }
    }
}
