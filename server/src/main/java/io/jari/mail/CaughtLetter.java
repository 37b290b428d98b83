package io.jari.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A message that a demo caught, taken apart.
 *
 * @param messageId as its header says it
 * @param html with its pictures in it; null: it has only text
 */
public record CaughtLetter(
        long id,
        Instant at,
        String from,
        String to,
        String subject,
        String messageId,
        String text,
        @Nullable String html,
        List<Attachment> attachments) {

    /** A file that came with it. */
    public record Attachment(String name, String type, byte[] bytes) {}

    private static final class Parts {
        private String text = "";
        private @Nullable String html;
        private final List<Attachment> attachments = new ArrayList<>();
        private final List<Picture> pictures = new ArrayList<>();
    }

    private record Picture(String contentId, String type, byte[] bytes) {}

    static CaughtLetter of(Mailbox.Caught caught) {
        try {
            var message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(caught.bytes()));
            var parts = new Parts();
            read(message, parts);
            return new CaughtLetter(
                    caught.id(),
                    caught.at(),
                    message.getFrom() == null ? "" : message.getFrom()[0].toString(),
                    caught.to(),
                    message.getSubject() == null ? "" : message.getSubject(),
                    String.valueOf(message.getMessageID()),
                    parts.text,
                    withPictures(parts),
                    parts.attachments);
        } catch (MessagingException | IOException e) {
            // Whoever speaks SMTP on this machine may send anything.
            return new CaughtLetter(
                    caught.id(),
                    caught.at(),
                    "",
                    caught.to(),
                    "?",
                    "",
                    new String(caught.bytes(), StandardCharsets.ISO_8859_1),
                    null,
                    List.of());
        }
    }

    private static void read(Part part, Parts into) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            for (var i = 0; i < multipart.getCount(); i++) {
                read(multipart.getBodyPart(i), into);
            }
            return;
        }
        var bytes = part.getInputStream().readAllBytes();
        var type = part.getContentType().replaceAll(";.*", "").strip();
        var contentId = part instanceof BodyPart ? part.getHeader("Content-ID") : null;
        if (contentId != null) {
            into.pictures.add(new Picture(contentId[0].replaceAll("[<>]", ""), type, bytes));
        } else if (part.getFileName() != null) {
            into.attachments.add(new Attachment(part.getFileName(), type, bytes));
        } else if (part.isMimeType("text/html")) {
            into.html = new String(bytes, StandardCharsets.UTF_8);
        } else if (part.isMimeType("text/plain")) {
            into.text = new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static @Nullable String withPictures(Parts parts) {
        var html = parts.html;
        if (html == null) {
            return null;
        }
        for (var picture : parts.pictures) {
            html = html.replace(
                    "\"cid:" + picture.contentId() + "\"",
                    "\"data:" + picture.type() + ";base64,"
                            + Base64.getEncoder().encodeToString(picture.bytes()) + "\"");
        }
        return html;
    }
}
