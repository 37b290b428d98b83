package io.jari.mail;

import io.jari.db.Partition;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it stands. It knows nobody's address.
 *
 * @param event the number of the event that it tells of
 * @param subject what it is about: the id of a reservation, a hold or a charge, or account:ID
 * @param n which refund; null: it is about none
 * @param at of the event
 * @param reason why it was not sent, or not yet
 * @param tries since it was last asked for
 * @param resent how often staff asked for it again
 * @param dueAt when it is tried next; null: it has ended
 * @param until not sent any later
 */
record Letter(
        long event,
        LetterKind kind,
        Partition partition,
        String subject,
        @Nullable Integer n,
        Instant at,
        State state,
        @Nullable String reason,
        int tries,
        int resent,
        @Nullable Instant dueAt,
        Instant until,
        @Nullable Instant sentAt) {

    private static final Pattern ID = Pattern.compile("([1-9][0-9]{0,17})-([a-z]+(?:-[a-z]+)*)");
    private static final int BASE = 36;

    /** How far it has come. */
    enum State {
        PENDING,
        SENDING,
        SENT,
        FAILED,
        SKIPPED;

        /** As stored and sent. */
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        boolean isOver() {
            return this == SENT || this == FAILED || this == SKIPPED;
        }
    }

    /** Which letter: one of each kind for an event. */
    record Id(long event, LetterKind kind) {
        static Optional<Id> parse(String text) {
            var matcher = ID.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Id(Long.parseLong(matcher.group(1)), LetterKind.ofWire(matcher.group(2))));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        String text() {
            return event + "-" + kind.wire();
        }
    }

    Id id() {
        return new Id(event, kind);
    }

    /**
     * The same each time it is tried, so that mail programs know a repeat; another once staff asked for it again. The event's second is
     * in it, for the numbers of another installation are the same.
     */
    String messageId(String domain) {
        var again = resent == 0 ? "" : ".r" + resent;
        return "<%d.%s.%s%s@%s>".formatted(event, kind.wire(), Long.toString(at.getEpochSecond(), BASE), again, domain);
    }
}
