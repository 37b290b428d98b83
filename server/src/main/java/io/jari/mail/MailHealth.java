package io.jari.mail;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether mail is sent. A server without mail still sells: it is up. */
@Readiness
@ApplicationScoped
public class MailHealth implements HealthCheck {
    private final boolean sends;

    MailHealth(MailOffice office) {
        this.sends = office.server().isPresent();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mail")
                .up()
                .withData("mail", sends ? "sent" : "none is sent: JARI_MAIL_URL names no mail server")
                .build();
    }
}
