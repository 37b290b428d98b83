package io.jari.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to a mail server, for some letters one after another. It blocks. */
final class MailConnection implements AutoCloseable {
    /** What a server says of who sends, not of the letter: a setting is wrong, and the letter is still good. */
    private static final int FIRST_OF_SIGNING_IN = 530;

    private static final int LAST_OF_SIGNING_IN = 538;

    private final SMTPTransport transport;

    private MailConnection(SMTPTransport transport) {
        this.transport = transport;
    }

    /** What became of a letter. None of it says an address. */
    sealed interface Sending {
        /** The server has it. */
        record Sent() implements Sending {}

        /** The server will not have it, ever. */
        record Refused(String why) implements Sending {}

        /** Not now. */
        record Failed(String why) implements Sending {}
    }

    static MailConnection open(Session session, MailServer server) throws MessagingException {
        var transport = (SMTPTransport) session.getTransport("smtp");
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return new MailConnection(transport);
        } catch (MessagingException e) {
            transport.close();
            throw e;
        }
    }

    Sending send(MimeMessage message) {
        try {
            transport.sendMessage(message, new Address[] {message.getAllRecipients()[0]});
            return new Sending.Sent();
        } catch (MessagingException e) {
            var code = code(e);
            return code >= 500 && code < 600 && !(code >= FIRST_OF_SIGNING_IN && code <= LAST_OF_SIGNING_IN)
                    ? new Sending.Refused("smtp-" + code)
                    : new Sending.Failed(code > 0 ? "smtp-" + code : why(e));
        }
    }

    /** What the server answered; 0 where it did not. */
    private static int code(MessagingException failure) {
        var code = 0;
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            code = switch (m) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> Math.max(code, send.getReturnCode());
                default -> code;
            };
        }
        return code;
    }

    /** The library's words may say addresses. */
    static String why(MessagingException failure) {
        var cause = failure.getNextException();
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }

    boolean isOpen() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException _) {
            // It is gone already.
        }
    }
}
