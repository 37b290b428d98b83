package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs that act as staff. */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record KeysPage(
        Console console, List<Row> rows, @Nullable String next, List<GrantWords.Choice> roles, List<Place> places)
        implements TemplateInstance {

    /**
     * A key.
     *
     * @param revoked since when it is none any more; empty: it is one
     */
    record Row(
            String id,
            String name,
            List<GrantWords.Held> rights,
            String by,
            String made,
            String used,
            String revoked) {}
}
