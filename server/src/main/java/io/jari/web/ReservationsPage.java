package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own reservations. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ReservationsPage(
        Frame frame, List<Row> reservations, @Nullable String next) implements TemplateInstance {

    /** One of them, in a line. */
    public record Row(String link, String hotel, String dates, String total, String state, String status) {}
}
