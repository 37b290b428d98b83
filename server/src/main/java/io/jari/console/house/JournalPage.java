package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what, when. */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record JournalPage(
        Console console,
        JournalAsk asked,
        String whose,
        List<Place> places,
        List<Kind> kinds,
        List<Row> rows,
        @Nullable String next,
        @Nullable String notice)
        implements TemplateInstance {

    /** What can be done to one sort of thing. */
    record Kind(String title, List<Deed> deeds) {}

    /** Something that can be done. */
    record Deed(String action, String words) {}

    /**
     * Something that was done.
     *
     * @param actor the opaque name of who did it
     * @param more how many parts of it are not shown at first
     */
    record Row(
            String at,
            String who,
            String actor,
            String what,
            String action,
            String where,
            String subject,
            List<Part> parts,
            List<Part> more) {}

    /** What it changed, or one thing to know of it. */
    record Part(String field, String value) {}
}
