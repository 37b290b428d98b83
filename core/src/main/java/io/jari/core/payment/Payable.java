package io.jari.core.payment;

/** What a payment pays for, as the decision meets it: it changes with the payment, in the same transaction. */
public interface Payable {

    /** Whether it waits for its money. */
    enum Standing {
        /** It is held and waits. */
        WAITING,
        /** It has been paid for, by this payment or otherwise. */
        PAID,
        /** Given up, or never there. */
        GONE
    }

    Standing standing();

    /** What is to be paid, in minor units. */
    long total();

    /** Holds it for the time that paying takes; once, to a bound. */
    void extend();

    /** The money is there, by this attempt. False when it is gone and cannot be taken again: nothing has changed then. */
    boolean take(Attempt by);

    /**
     * Money of this attempt goes back: what it bought is taken from the subject, where it can be counted. False when that is not there
     * any more: nothing has changed then.
     */
    boolean takeBack(Refund refund, Attempt from);
}
