package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * Signing in on the listener for staff.
 *
 * @param next where to go then
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record StaffSignInPage(
        Frame frame, String next, String email, @Nullable String notice) implements TemplateInstance {}
