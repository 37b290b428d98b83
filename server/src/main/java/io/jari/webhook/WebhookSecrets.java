package io.jari.webhook;

import io.jari.db.Seal;
import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of webhooks, sealed with a key made of the installation's: a copy of the database alone signs nothing. */
@ApplicationScoped
public class WebhookSecrets {
    private static final int SECRET_BYTES = 32;
    private final SecureRandom random = new SecureRandom();
    private final Seal seal;

    public WebhookSecrets(Secret secret) {
        this.seal = secret.seal("webhook secrets", "the secret of webhook");
    }

    byte[] fresh() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** As it is shown, once. */
    static String text(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** For one webhook: it does not open for another. */
    byte[] seal(long webhookId, byte[] secret) {
        return seal.seal(webhookId, secret);
    }

    byte[] open(long webhookId, byte[] sealed) {
        return seal.open(webhookId, sealed);
    }
}
