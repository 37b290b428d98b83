package io.jari.core.wallet;

/** Why money moves into or out of a wallet. */
public enum TransferKind {
    /** Money from outside, through a provider. */
    CHARGE("charge", "wallet.charged"),
    /** Money given by the house. */
    CREDIT("credit", "wallet.credited"),
    /** Money out of the wallet for what its owner bought. */
    PAYMENT("payment", "wallet.paid"),
    /** Money of a payment given back. */
    REFUND("refund", "wallet.refunded"),
    /** An earlier transfer undone, in either direction. */
    REVERSAL("reversal", "wallet.reversed");

    private final String text;
    private final String event;

    TransferKind(String text, String event) {
        this.text = text;
        this.event = event;
    }

    /** The kind with this text. */
    public static TransferKind of(String text) {
        for (var kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of transfer: " + text);
    }

    /** As it stands in the database and in JSON. */
    public String text() {
        return text;
    }

    /** What the journal calls it when it has happened. */
    public String event() {
        return event;
    }

    /** Whether a refusal for want of money is final: who asks again uses another id. */
    public boolean isDecidedOnce() {
        return this == PAYMENT;
    }

    /** Whether money may move in this direction: positive is into the wallet. */
    boolean allows(long amount) {
        return switch (this) {
            case CHARGE, CREDIT, REFUND -> amount > 0;
            case PAYMENT -> amount < 0;
            case REVERSAL -> amount != 0;
        };
    }
}
