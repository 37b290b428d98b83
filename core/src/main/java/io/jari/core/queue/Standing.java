package io.jari.core.queue;

/** How a place stands. */
public enum Standing {
    /** There is no line: everyone comes through. */
    OFF("off"),
    NOT_OPEN("not-open"),
    /** It is open, and the order of those who came before is still to be drawn. */
    DRAWING("drawing"),
    WAITING("waiting"),
    PAUSED("paused"),
    /** Come in. */
    ADMITTED("admitted"),
    /** The time to come in is over. Who used it is inside, and knows by the pass. */
    FORFEITED("forfeited"),
    SOLD_OUT("sold-out");

    private final String text;

    Standing(String text) {
        this.text = text;
    }

    /** As it is told. */
    public String text() {
        return text;
    }
}
