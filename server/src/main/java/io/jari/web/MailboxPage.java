package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What a demo would have sent.
 *
 * @param catching false where letters go by a real mail server
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record MailboxPage(Frame frame, List<Row> letters, boolean catching) implements TemplateInstance {

    /** A letter in the list. */
    public record Row(String link, String subject, String to, String when) {}
}
