package io.jari.bench.crowd;

/** What became of a person. */
enum End {
    /** Still there. */
    NONE(true),
    /** Has a place, and nothing more was wanted. */
    JOINED(true),
    BOUGHT(true),
    /** Holds seats, and was not to pay. */
    HELD(true),
    SOLD_OUT(true),
    /** Was inside, and found nothing, or their time was over. */
    LEFT(true),
    /** Had enough of waiting. */
    GAVE_UP(true),
    /** Meant to vanish after joining. */
    VANISHED(true),
    /** Was let in, and still there when time was up. */
    INSIDE(true),
    /** Got an answer that nobody should get. */
    REFUSED(false),
    NEVER_SERVED(false);

    private final boolean fine;

    End(boolean fine) {
        this.fine = fine;
    }

    /** Whether it is an end that a person may come to. */
    boolean fine() {
        return fine;
    }

    /** As in JSON. */
    String wire() {
        return switch (this) {
            case NONE -> "none";
            case JOINED -> "joined";
            case BOUGHT -> "bought";
            case HELD -> "held";
            case SOLD_OUT -> "soldOut";
            case LEFT -> "left";
            case GAVE_UP -> "gaveUp";
            case VANISHED -> "vanished";
            case INSIDE -> "inside";
            case REFUSED -> "refused";
            case NEVER_SERVED -> "neverServed";
        };
    }
}
