package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's own tickets.
 *
 * @param coming what can still be seen, soonest first
 * @param past what was, and what was given back
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record TicketsPage(
        Frame frame,
        List<Row> coming,
        List<Row> past,
        @Nullable String next) implements TemplateInstance {

    /** One of them. */
    public record Row(String link, String title, String when, String hall, String seat, String state, String status) {}
}
