package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose data is here.
 *
 * @param subject whose erasing is looked at; empty: nobody's
 */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PrivacyPage(
        Console console,
        String email,
        String phone,
        @Nullable String notice,
        List<Person> people,
        String subject,
        @Nullable Prospect prospect,
        List<Erased> erasures,
        @Nullable String next)
        implements TemplateInstance {

    /** Somebody who was found; the id says no more than the journal does. */
    record Person(String subject, String what, String place, String since, String link) {}

    /** What erasing would do. */
    record Prospect(List<String> obstacles, List<String> kept, boolean forfeits, boolean can) {}

    /** Somebody of whom there is nothing any more. */
    record Erased(String subject, String by, String at, String done) {}
}
