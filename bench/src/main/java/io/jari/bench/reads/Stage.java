package io.jari.bench.reads;

/** What visitors do, how many of them a second where the funnel runs at its own rate, and what they may be answered. Nights may be full. */
enum Stage {
    VIEW("a hotel's page", 300),
    ORDER("availability, then an order", 30),
    RESERVE("an order, then its reservation", 3);

    /** A server may say that it is too much; that is an error, but nothing strange. */
    static final int TOO_MUCH = 503;

    private final String words;
    private final double perSecond;

    Stage(String words, double perSecond) {
        this.words = words;
        this.perSecond = perSecond;
    }

    String words() {
        return words;
    }

    double perSecond() {
        return perSecond;
    }

    boolean expects(int status) {
        return status == 200 || (status == 409 && this != VIEW) || (status == 201 && this == RESERVE);
    }

    boolean isStrange(int status) {
        return !expects(status) && status != TOO_MUCH;
    }
}
