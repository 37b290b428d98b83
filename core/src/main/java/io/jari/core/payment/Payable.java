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
}
