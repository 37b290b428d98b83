package io.jari.privacy;

import java.time.Instant;

/**
 * That somebody is to be erased, as table and file have it.
 *
 * @param since when what the subject names was made
 */
record ErasureEntry(String subject, Instant since, Instant askedAt, String actor) {

    /** Who it is, whoever asked and whenever. */
    String key() {
        return subject + " " + since;
    }
}
