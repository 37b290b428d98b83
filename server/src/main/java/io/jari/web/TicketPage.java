package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** A ticket, to be shown at the door. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record TicketPage(Frame frame, TicketView ticket) implements TemplateInstance {

    /**
     * A ticket in words.
     *
     * @param qr where its drawing is; null when it is good no more
     * @param token what the QR code says
     * @param words what its state means; may be empty
     * @param release where it is given back; null when it cannot be
     * @param refunds until when that can be, or that it cannot; empty once it is used or over
     */
    public record TicketView(
            String title,
            String dateLink,
            String when,
            String hall,
            String seat,
            String category,
            @Nullable String mark,
            String state,
            String status,
            String words,
            @Nullable String qr,
            @Nullable String token,
            String booking,
            @Nullable String release,
            String refunds) {}
}
