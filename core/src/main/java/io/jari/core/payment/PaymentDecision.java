package io.jari.core.payment;

import java.util.List;

/** What became of a {@link PaymentEvent}. */
public sealed interface PaymentDecision {

    /** The payment as it is from now on; with no notes nothing changed. */
    record Stands(Payment payment, List<Note> notes) implements PaymentDecision {
        public Stands {
            notes = List.copyOf(notes);
        }

        public boolean changed() {
            return !notes.isEmpty();
        }
    }

    /** It cannot be. */
    record Refused(Why why) implements PaymentDecision {}

    /** What the journal is to say: an action such as {@code payment.captured}, and the attempt or refund it was about. */
    record Note(String action, int n, long amount, String about) {}

    /** Why not. */
    enum Why {
        ALREADY_PAID,
        /** Given up, out of time, or never there. */
        NOT_PAYABLE,
        /** An attempt by another method has not ended. */
        ANOTHER_IN_PROGRESS,
        NOTHING_DUE,
        TOO_MANY_ATTEMPTS,
        /** More than was captured and not yet given back. */
        REFUND_TOO_MUCH,
        /** What the money bought is not there any more to be taken back. */
        SPENT,
        TOO_MANY_REFUNDS,
        /** The key was used for another refund. */
        KEY_REUSED,
        /** The money is back already. */
        REFUND_ENDED,
        /** A provider is being asked; a person would give the money a second time. */
        REFUND_UNDER_WAY,
        /** Money of the desk: there is no provider to ask. */
        REFUND_AT_DESK,
        /** No such attempt or refund. */
        UNKNOWN
    }
}
