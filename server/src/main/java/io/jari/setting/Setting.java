package io.jari.setting;

import java.util.Locale;
import java.util.Optional;

/**
 * One key of the configuration.
 *
 * @param usual the value where none is given; empty where there is none
 * @param meaning one line for who operates the server
 */
public record Setting(String key, Form form, String usual, String meaning) {

    /** The variable of the environment that sets it. */
    public String variable() {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** What is wrong with this value of it, in a sentence that names both; nothing where it is one. */
    public Optional<String> flaw(String value) {
        return form.holds(value)
                ? Optional.empty()
                : Optional.of("%s (%s) must be %s, not \"%s\"".formatted(key, variable(), form.words(), value));
    }
}
