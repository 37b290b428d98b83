package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A colleague.
 *
 * @param own whether it is whoever looks
 */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PersonPage(
        Console console,
        String id,
        String name,
        String email,
        String since,
        boolean closed,
        boolean own,
        List<GrantWords.Held> rights,
        List<GrantWords.Choice> roles,
        List<Place> places)
        implements TemplateInstance {}
