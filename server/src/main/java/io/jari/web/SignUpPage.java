package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Map;

/**
 * A new account.
 *
 * @param byMail the password is set by a link that comes by mail
 * @param flaws by field, what is wrong with it
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record SignUpPage(
        Frame frame, String next, String name, String email, String phone, boolean byMail, Map<String, String> flaws)
        implements TemplateInstance {}
