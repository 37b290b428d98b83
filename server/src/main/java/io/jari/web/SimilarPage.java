package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/**
 * Much the same was booked just now: whether it is wanted once more.
 *
 * @param fields what the form held
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record SimilarPage(Frame frame, List<Booked> booked, Map<String, String> fields) implements TemplateInstance {

    /** A booking of before. */
    public record Booked(String words, String link) {}
}
