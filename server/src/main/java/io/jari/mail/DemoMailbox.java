package io.jari.mail;

import io.jari.http.Greeting;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server of a demo's own, on this machine's loopback: what is sent there is kept for a while, and goes nowhere. */
@Singleton
public class DemoMailbox implements Greeting {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_CONNECTIONS = 8;
    private static final int IDLE_SECONDS = 60;

    private final Mailbox mailbox = new Mailbox();
    private final boolean isDemo;
    private final int port;
    private final @Nullable SMTPServer catching;

    DemoMailbox(
            MailSettings settings,
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.isDemo = mode.equals("demo");
        this.port = port;
        this.catching = isDemo && settings.url().isEmpty() ? begun(mailbox) : null;
    }

    private static SMTPServer begun(Mailbox mailbox) {
        var server = SMTPServer.port(0)
                .bindAddress(loopback())
                .hostName("localhost")
                .maxMessageSize(MOST_BYTES)
                .maxConnections(MOST_CONNECTIONS)
                .connectionTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .simpleMessageListener(keepingIn(mailbox))
                .build();
        server.start();
        return server;
    }

    private static SimpleMessageListener keepingIn(Mailbox mailbox) {
        return new SimpleMessageListener() {
            @Override
            public boolean accept(String from, String recipient) {
                return true;
            }

            @Override
            public void deliver(String from, String recipient, InputStream data) throws IOException {
                mailbox.add(recipient, data.readAllBytes());
            }
        };
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Where letters go; nothing where a real server was named, or in production. */
    Optional<MailServer> server() {
        return Optional.ofNullable(catching)
                .map(s ->
                        new MailServer("127.0.0.1", s.getPortAllocated(), false, MailServer.StartTls.OFF, null, null));
    }

    /** Whether there is such a thing as a mailbox to look into: in a demo, though it may be empty. */
    public boolean exists() {
        return isDemo;
    }

    /** Whether letters come here, and not by a mail server to those they are for. */
    public boolean isCatching() {
        return catching != null;
    }

    /** Newest first. */
    public List<CaughtLetter> all() {
        return mailbox.all().stream().map(CaughtLetter::of).toList();
    }

    public Optional<CaughtLetter> find(long id) {
        return mailbox.find(id).map(CaughtLetter::of);
    }

    @Override
    public List<String> lines() {
        return isCatching() ? List.of("mailbox    http://127.0.0.1:%d/mailbox".formatted(port)) : List.of();
    }

    @PreDestroy
    void close() {
        if (catching != null) {
            catching.stop();
        }
    }
}
