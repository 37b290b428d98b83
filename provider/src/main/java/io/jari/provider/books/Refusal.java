package io.jari.provider.books;

/** Why a call is refused. */
public enum Refusal {
    UNKNOWN,
    KEY_REUSED,
    AMOUNT_DIFFERS,
    NOT_AUTHORIZED,
    REFUND_TOO_MUCH
}
