package io.jari.bench.crowd;

/** What a person sends next. */
enum What {
    JOIN,
    /** The second click of one who clicks twice; only its answer matters. */
    JOIN_TWICE,
    ASK,
    ENTER,
    RENEW,
    LOOK,
    HOLD,
    PAY,
    PAY_BY_CARD,
    /** The form on the page of the payment provider, elsewhere. */
    CARD,
    /** How the payment goes: where its page is, and whether it has arrived. */
    ARRIVED,
    LEAVE
}
