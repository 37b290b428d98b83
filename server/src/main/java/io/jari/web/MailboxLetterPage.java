package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One letter of a demo's mailbox.
 *
 * @param framed where it is as HTML; null: it is text alone
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record MailboxLetterPage(
        Frame frame,
        String from,
        String to,
        String when,
        String messageId,
        @Nullable String framed,
        String text,
        List<File> files)
        implements TemplateInstance {

    /** An attachment. */
    public record File(String link, String name) {}
}
