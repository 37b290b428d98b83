package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Which programs are told of what happens. */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WebhooksPage(Console console, List<Row> rows, List<Type> types, List<Place> places) implements TemplateInstance {

    /** A webhook. */
    record Row(String id, String url, String place, String types, boolean enabled, String state, String pending) {}

    /** Something that can happen. */
    record Type(String name, String says, boolean chosen) {}
}
