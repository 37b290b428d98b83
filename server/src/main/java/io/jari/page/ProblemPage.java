package io.jari.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Something did not work.
 *
 * @param request how the log names the request; may be empty
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ProblemPage(Frame frame, int status, String words, String request) implements TemplateInstance {}
