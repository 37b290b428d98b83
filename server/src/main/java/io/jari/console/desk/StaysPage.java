package io.jari.console.desk;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stays that were looked for.
 *
 * @param found what they are, in words
 * @param next the address of those after
 */
@CheckedTemplate(basePath = "console/desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record StaysPage(
        Console console,
        String base,
        StaysAsked asked,
        List<State> states,
        String found,
        List<StayRow> rows,
        @Nullable String next)
        implements TemplateInstance {

    /** A state to look for. */
    record State(String code, String words) {}
}
