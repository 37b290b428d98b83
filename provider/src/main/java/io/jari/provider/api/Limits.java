package io.jari.provider.api;

/** The limits of what shops send. */
final class Limits {
    static final long MOST_AMOUNT = 1_000_000_000_000L;
    static final int MOST_ID = 60;
    static final int MOST_REFERENCE = 200;
    static final int MOST_NAME = 200;
    static final int MOST_URL = 2_000;
    static final int MOST_KEY = 255;
    static final long MOST_SECONDS = 86_400;
    static final int MOST_LINES = 1_000;
    static final int MOST_LAG_MILLIS = 60_000;

    private Limits() {}
}
