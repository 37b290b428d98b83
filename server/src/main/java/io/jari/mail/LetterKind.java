package io.jari.mail;

import java.time.Duration;
import java.util.Locale;

/** What a letter says. */
enum LetterKind {
    /** A stay is paid. */
    CONFIRMATION,
    /** Seats are paid: the tickets. */
    TICKETS,
    /** A stay is canceled. */
    CANCELLATION,
    /** Tickets are good no more. */
    TICKETS_CANCELED,
    /** Money has moved back. */
    REFUND,
    /** Somebody is to join the staff. */
    INVITATION,
    /** Somebody signed up, and is to set a password. */
    SIGN_UP,
    /** Somebody asked for a new password. */
    RESET,
    PASSWORD_CHANGED,
    /** Somebody signed up with an address that has an account. */
    SIGN_UP_AGAIN;

    /** Who asks for a new password does not want it hours later. */
    private static final Duration SOON = Duration.ofHours(1);

    /** As stored, sent and used in the names of words. */
    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for what {@link #wire} does not write */
    static LetterKind ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** How long after its event it may still be sent. */
    Duration keeps(Duration usual) {
        return switch (this) {
            case SIGN_UP, RESET, SIGN_UP_AGAIN -> SOON.compareTo(usual) < 0 ? SOON : usual;
            case CONFIRMATION, TICKETS, CANCELLATION, TICKETS_CANCELED, REFUND, INVITATION, PASSWORD_CHANGED -> usual;
        };
    }
}
