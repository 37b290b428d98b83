package io.jari.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server of a test, which answers as it is told and remembers what it took. */
final class CatchingServer implements AutoCloseable {
    private final List<String> messageIds = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile int answer = 250;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private CatchingServer() {
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
    }

    static CatchingServer start() {
        return new CatchingServer();
    }

    MailServer address() {
        return new MailServer("127.0.0.1", server.getPortAllocated(), false, MailServer.StartTls.OFF, null, null);
    }

    String url() {
        return "smtp://127.0.0.1:" + server.getPortAllocated();
    }

    /** To the end of each message from now on. */
    void answer(int code) {
        answer = code;
    }

    /** No message is answered to until {@link #release}. */
    void holdEach() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    /** Of all that came to its end, in that order. */
    List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    private final class Handler implements MessageHandler {
        Handler(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) {}

        @Override
        public @Nullable String data(InputStream data) throws IOException, RejectException {
            try {
                var message = new MimeMessage(Session.getInstance(new Properties()), data);
                if (answer != 250) {
                    throw new RejectException(answer, "as told");
                }
                messageIds.add(message.getMessageID());
                held.await();
                return null;
            } catch (MessagingException | InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void done() {}
    }

    @Override
    public void close() {
        release();
        server.stop();
    }
}
