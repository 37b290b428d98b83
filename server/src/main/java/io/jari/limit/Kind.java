package io.jari.limit;

/**
 * What a call is for; each kind has limits of its own. As it comes they are wide: behind one address may be a household, an office, or a
 * town on its telephones, who all open a sale's page in the same minute.
 */
public enum Kind {
    /** Looking. */
    BROWSE("browse", "looks", 500, 5_000, 50, 500),
    /** The waiting room, beside the limits it has of its own. */
    QUEUE("queue", "calls of the waiting room", 500, 2_000, 10, 100),
    /** Taking seats and rooms. */
    HOLD("hold", "seats and rooms asked for", 100, 1_000, 2, 60),
    /** Paying: of an account counted by all processes together. */
    PAY("pay", "payments begun", 50, 500, 0.5, 20),
    /** Coming in, and making an account: of an address counted by all processes together. Passwords cost much to compare. */
    SIGN_IN("sign-in", "sign-ins and sign-ups", 5, 300, 0, 1),
    /** What payment providers tell us; a few addresses speak for all guests. */
    CALLBACK("callback", "reports of payment providers", 500, 5_000, 0, 1),
    /** All other changes. */
    CHANGE("change", "other changes", 50, 500, 5, 100);

    private final String text;
    private final String meaning;
    private final double addressRate;
    private final int addressBurst;
    private final double accountRate;
    private final int accountBurst;

    Kind(String text, String meaning, double addressRate, int addressBurst, double accountRate, int accountBurst) {
        this.text = text;
        this.meaning = meaning;
        this.addressRate = addressRate;
        this.addressBurst = addressBurst;
        this.accountRate = accountRate;
        this.accountBurst = accountBurst;
    }

    /** As settings, headers and metrics name it. */
    String text() {
        return text;
    }

    /** In the plural, as the reference names it. */
    String meaning() {
        return meaning;
    }

    Rate ofAddress() {
        return new Rate(addressRate, addressBurst);
    }

    Rate ofAccount() {
        return new Rate(accountRate, accountBurst);
    }
}
