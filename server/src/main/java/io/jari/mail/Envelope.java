package io.jari.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Puts a letter into the form in which mail travels: RFC 5322 and MIME. */
final class Envelope {
    private final Stationery stationery;
    private final Sender from;
    private final Session session;

    Envelope(Stationery stationery, Sender from, Session session) {
        this.stationery = stationery;
        this.from = from;
        this.session = session;
    }

    /** The library would make another id each time a message is saved. */
    private static final class Known extends MimeMessage {
        private final String id;

        Known(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    MimeMessage around(Draft.Written letter, MailAddress to, String messageId, Instant now) throws MessagingException {
        var text = letter.text();
        var message = new Known(session, messageId);
        message.setFrom(sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text(), true));
        message.setSubject(oneLine(text.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", text.language());
        // Out-of-office programs do not answer what says this (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(letter));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        try {
            return from.name().isEmpty()
                    ? new InternetAddress(from.address().text(), true)
                    : new InternetAddress(from.address().text(), oneLine(from.name()), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMultipart content(Draft.Written letter) throws MessagingException {
        var text = letter.text();
        var alternative = multipart(
                "alternative",
                List.of(
                        part("text/plain; charset=UTF-8", utf8(stationery.plain(text))),
                        part("text/html; charset=UTF-8", utf8(stationery.html(text)))));
        var parts = new ArrayList<MimeBodyPart>();
        parts.add(letter.pictures().isEmpty() ? within(alternative) : within(withPictures(alternative, letter)));
        for (var file : letter.attachments()) {
            parts.add(enclosed(file, Part.ATTACHMENT));
        }
        return letter.attachments().isEmpty() && letter.pictures().isEmpty() ? alternative : multipart("mixed", parts);
    }

    private MimeMultipart withPictures(MimeMultipart alternative, Draft.Written letter) throws MessagingException {
        var parts = new ArrayList<MimeBodyPart>();
        parts.add(within(alternative));
        for (var picture : letter.pictures()) {
            var part = enclosed(picture, Part.INLINE);
            part.setContentID("<" + picture.name() + ">");
            parts.add(part);
        }
        return multipart("related", parts);
    }

    private static MimeBodyPart enclosed(Draft.Enclosure file, String disposition) throws MessagingException {
        var part = part(file.type(), file.bytes());
        part.setDisposition(disposition);
        part.setFileName(file.name());
        return part;
    }

    private static MimeBodyPart part(String type, byte[] bytes) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart within(MimeMultipart parts) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeMultipart multipart(String kind, List<MimeBodyPart> parts) throws MessagingException {
        var multipart = new MimeMultipart(kind);
        for (var part : parts) {
            multipart.addBodyPart(part);
        }
        return multipart;
    }

    private static byte[] utf8(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A header ends with its line: what follows would be another. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
