package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Map;

/**
 * Nobody knows yet whether it was booked: the same form, to be sent once more.
 *
 * @param fields what the form held
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record TryAgainPage(Frame frame, Map<String, String> fields) implements TemplateInstance {}
