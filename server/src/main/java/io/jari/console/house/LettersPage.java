package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "I got no mail."
 *
 * @param asked the booking or the account; empty: nothing was asked yet
 * @param notice why there is no list
 */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LettersPage(
        Console console,
        String asked,
        List<Row> rows,
        @Nullable String next,
        @Nullable String notice) implements TemplateInstance {

    /**
     * A letter.
     *
     * @param state as the API has it
     * @param note what is to know of it: when it was sent, or why not
     */
    record Row(String id, String what, String at, String state, String said, String note, boolean again) {}
}
