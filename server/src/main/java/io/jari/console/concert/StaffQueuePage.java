package io.jari.console.concert;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A date's waiting room as its staff see and run it.
 *
 * @param live null: there is no waiting room yet
 * @param still whether the page stays as it is, for who fills in the form without scripts
 */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record StaffQueuePage(
        Console console,
        DateView date,
        @Nullable LiveView live,
        Fields fields,
        @Nullable String notice,
        boolean still) implements TemplateInstance {

    /** Of which date. */
    public record DateView(String link, String sale, String api, String guests, String title, String when) {}

    /**
     * How it goes.
     *
     * @param asks whether a draw waits for its public value
     */
    public record LiveView(List<Figure> figures, boolean paused, boolean open, boolean asks, String source) {}

    /** @param name in the API's JSON */
    public record Figure(String name, String label, String value) {}

    /**
     * The form.
     *
     * @param flaws by field
     * @param version of what was read; empty: nothing was there
     */
    public record Fields(
            String version,
            String mode,
            String opensAt,
            String mostInside,
            String admissionsPerSecond,
            String passSeconds,
            String entrySeconds,
            String publicSource,
            Map<String, String> flaws) {

        public boolean flawed(String field) {
            return flaws.containsKey(field);
        }

        public String flaw(String field) {
            return flaws.getOrDefault(field, "");
        }
    }
}
