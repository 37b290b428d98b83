package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is given, and where.
 *
 * @param q a part of a title or of a hall's name; may be empty
 * @param next the address of the following concerts
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ConcertsPage(
        Frame frame, String q, List<Row> concerts, @Nullable String next) implements TemplateInstance {

    /**
     * One of them.
     *
     * @param dates the next ones; none when nothing is to come
     */
    public record Row(String link, String picture, String title, String hall, String text, List<String> dates) {}
}
