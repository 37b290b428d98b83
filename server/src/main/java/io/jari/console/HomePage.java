package io.jari.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who works here may see to.
 *
 * @param makes whether this person may make more
 */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record HomePage(
        Console console,
        String q,
        List<Row> hotels,
        List<Row> concerts,
        boolean makes,
        @Nullable String notice) implements TemplateInstance {

    /** A hotel or a concert, and the page where its day begins. */
    record Row(String name, String where, String link) {}
}
