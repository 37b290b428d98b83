package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * A password set by a link.
 *
 * @param action where the form goes
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record NewPasswordPage(
        Frame frame, String action, String words, @Nullable String flaw) implements TemplateInstance {}
