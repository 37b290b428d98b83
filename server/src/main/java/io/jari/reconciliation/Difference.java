package io.jari.reconciliation;

import io.jari.db.Partition;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider's log and we do not agree, or what has not ended in its time.
 *
 * @param subject what it is about; the reference where we know of no such thing
 * @param partition of the subject; null where there is none
 * @param ours what we say, in words
 * @param theirs what the provider says, in words
 */
record Difference(
        long id,
        String provider,
        String reference,
        What what,
        String subject,
        @Nullable Partition partition,
        State state,
        String ours,
        String theirs,
        Instant firstSeenAt,
        @Nullable Instant endedAt,
        @Nullable String settledBy,
        @Nullable String how) {

    /** What differs. */
    enum What {
        /** Captured there, under a name that we never gave. */
        CAPTURE_UNKNOWN,
        /** Captured there; here the attempt is open or ended without. */
        CAPTURE_UNRECORDED,
        CAPTURE_TWICE,
        /** In amount or currency. */
        CAPTURE_DIFFERS,
        /** Captured here, and not in their log. */
        CAPTURE_MISSING,
        REFUND_UNKNOWN,
        REFUND_UNRECORDED,
        REFUND_TWICE,
        REFUND_DIFFERS,
        REFUND_MISSING,
        /** Open for much longer than anything is held. */
        NOT_ENDED,
        /** Open at a provider that the providers' file does not name any more. */
        PROVIDER_GONE,
        /** A line that was read before is another one now. */
        LOG_CHANGED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        /** Whether what is under way is likely to explain it, so that no person is asked at first. */
        boolean mayPass() {
            return this == CAPTURE_UNRECORDED || this == NOT_ENDED;
        }

        /** Whether comparing the subject's lines finds it again, if it is still so. */
        boolean isOfLines() {
            return !isOfOpen() && this != LOG_CHANGED;
        }

        /** Whether it is about what is still open here. */
        boolean isOfOpen() {
            return this == NOT_ENDED || this == PROVIDER_GONE;
        }
    }

    /** How far it has come. */
    enum State {
        /** Seen a moment ago; being looked into. */
        LOOKING,
        /** For a person. */
        OPEN,
        /** It is not so any more. */
        EXPLAINED,
        /** By a person. */
        SETTLED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** One that is there now. */
    record Found(
            String reference,
            What what,
            String subject,
            @Nullable Partition partition,
            String ours,
            String theirs) {
        State first() {
            return what.mayPass() ? State.LOOKING : State.OPEN;
        }
    }
}
