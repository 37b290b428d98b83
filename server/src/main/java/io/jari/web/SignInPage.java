package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * Signing in as a guest.
 *
 * @param next where to go then
 * @param signUp where those go who have no account
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record SignInPage(
        Frame frame,
        String next,
        String signUp,
        String email,
        @Nullable String notice) implements TemplateInstance {}
