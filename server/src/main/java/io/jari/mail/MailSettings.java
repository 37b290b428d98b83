package io.jari.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How letters are sent. */
@ConfigMapping(prefix = "jari.mail")
public interface MailSettings {

    /**
     * The mail server: smtp://user:password@host:587, which turns to TLS where it can and must where there is a password, or
     * smtps://user:password@host:465. With ?tls=required or ?tls=off it does as told. Without a URL no mail is sent; a demo catches its
     * own.
     */
    Optional<String> url();

    /** Whose letters they are: noreply@jari.example, or Jari &lt;noreply@jari.example&gt;. */
    Optional<String> from();

    /** Where guests reach this server, for links: https://jari.example. Where payments know it, it need not be said again. */
    Optional<String> publicUrl();

    /** Where staff reach it, for invitations. */
    Optional<String> staffUrl();

    /** Hours after what it tells of in which a letter may still be sent. */
    @WithDefault("72")
    int keepHours();

    /** Seconds after which another process sends what one began to send; longer than any sending takes. */
    @WithDefault("600")
    int leaseSeconds();

    /** Milliseconds that a mail server may take for one answer. */
    @WithDefault("30000")
    int answerMillis();

    /** Connections at once of this process. */
    @WithDefault("4")
    int connections();

    /** Days that it is kept which letters were sent. */
    @WithDefault("400")
    int rememberDays();
}
