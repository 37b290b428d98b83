package io.jari.mail;

import java.util.List;

/** What is to be sent, or why nothing is. */
sealed interface Draft {

    /**
     * A letter to somebody. Personal data.
     *
     * @param pictures shown within it, by content id
     * @param attachments files with it
     */
    record Written(String to, LetterText text, List<Enclosure> pictures, List<Enclosure> attachments) implements Draft {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /** It would not be true, or reach nobody. */
    record Skipped(String why) implements Draft {}

    /** A file in a letter. */
    record Enclosure(String name, String type, byte[] bytes) {}

    static Draft skipped(String why) {
        return new Skipped(why);
    }
}
