package io.jari.core.price;

import java.util.List;

/** Settings as staff sent them: fit to use, or every flaw in them. */
public sealed interface Checked<T> {

    record Valid<T>(T value) implements Checked<T> {}

    /** At least one flaw. */
    record Invalid<T>(List<Flaw> flaws) implements Checked<T> {
        public Invalid {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * One thing wrong.
     *
     * @param field where, as a path of field names and indexes from 0: {@code seasons/2/factor}
     * @param reason what is asked for, in English
     */
    record Flaw(String field, String reason) {}
}
