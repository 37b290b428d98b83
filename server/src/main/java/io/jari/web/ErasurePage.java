package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Before one's own data is erased.
 *
 * @param obstacles what has to end first
 * @param balances what is given up with the wallet
 * @param kept what the law wants, until when
 * @param flaw what is wrong with the password
 * @param notice why nothing was erased
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ErasurePage(
        Frame frame,
        List<Obstacle> obstacles,
        List<String> balances,
        List<Kept> kept,
        @Nullable String flaw,
        @Nullable String notice)
        implements TemplateInstance {

    /** @param link to where it is ended; null where there is no page for it */
    public record Obstacle(String words, @Nullable String link) {}

    public record Kept(String what, String until) {}
}
