package io.jari.console.concert;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The plans of the halls in which a concert is given. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PlansPage(Console console, String api, List<Row> plans) implements TemplateInstance {

    /** @param json where it is to be had as it was imported */
    record Row(String name, String seats, String made, String json, String file) {}
}
