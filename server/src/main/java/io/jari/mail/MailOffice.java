package io.jari.mail;

import io.jari.db.StartRefused;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By which server letters go, whose they are, and where their links lead, as the installation says it. */
@Singleton
public class MailOffice {
    private static final Sender DEMO = Sender.parse("Jari <jari@demo.example>");

    private static final Pattern SITE = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");

    private final Optional<MailServer> server;
    private final Sender sender;
    private final Sites sites;

    MailOffice(
            MailSettings settings,
            DemoMailbox demo,
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.payment.public-url") Optional<String> publicUrl,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "jari.internal.port") int internalPort) {
        var isDemo = mode.equals("demo");
        var url = settings.publicUrl().or(() -> publicUrl);
        this.server = settings.url().map(MailServer::parse).or(demo::server);
        this.sender = settings.from().map(Sender::parse).orElse(DEMO);
        this.sites = new Sites(
                url.map(MailOffice::site).orElse("http://127.0.0.1:" + port),
                settings.staffUrl().map(MailOffice::site).orElse("http://127.0.0.1:" + internalPort));
        if (settings.url().isPresent() && !isDemo && (settings.from().isEmpty() || url.isEmpty())) {
            throw new StartRefused(
                    "JARI_MAIL_URL also needs JARI_MAIL_FROM, whose letters they are, and JARI_MAIL_PUBLIC_URL"
                            + " (or JARI_PAYMENT_PUBLIC_URL), where their links lead");
        }
    }

    private static String site(String url) {
        if (!SITE.matcher(url.strip()).matches()) {
            throw new StartRefused("The address that letters link to must be like https://jari.example");
        }
        return url.strip().replaceAll("/+$", "");
    }

    /** Nothing where no mail is sent. */
    Optional<MailServer> server() {
        return server;
    }

    Sender sender() {
        return sender;
    }

    Sites sites() {
        return sites;
    }
}
