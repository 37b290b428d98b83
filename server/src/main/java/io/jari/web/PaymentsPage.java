package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own payments, newest first. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record PaymentsPage(
        Frame frame, List<Row> payments, @Nullable String next) implements TemplateInstance {

    /** One of them, in a line. */
    public record Row(String link, String what, String when, String amount, String way, String state, String status) {}
}
