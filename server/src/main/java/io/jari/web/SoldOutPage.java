package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What was wished is gone, and what is free instead. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record SoldOutPage(Frame frame, String words, List<Nearest> nearest, String hotelLink)
        implements TemplateInstance {

    /** Something that is free. */
    public record Nearest(String link, String type, String dates, String total) {}
}
