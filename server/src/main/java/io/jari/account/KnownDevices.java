package io.jari.account;

import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser keeps to show that its owner has signed in to an account before. It lets nobody in. */
@ApplicationScoped
class KnownDevices {
    private static final int NONCE = 22;
    private static final int LENGTH = NONCE + 43;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final KeyedHash hash;

    @Inject
    KnownDevices(Secret secret) {
        this.hash = new KeyedHash(secret.derive("known devices"));
    }

    String make(String email) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = base64(bytes);
        return nonce + signature(nonce, email.toLowerCase(Locale.ROOT));
    }

    /** Its name, when it is one that signed in to this account. */
    Optional<String> known(@Nullable String device, String lowerEmail) {
        if (device == null || device.length() != LENGTH) {
            return Optional.empty();
        }
        var nonce = device.substring(0, NONCE);
        var right = MessageDigest.isEqual(
                device.substring(NONCE).getBytes(StandardCharsets.UTF_8),
                signature(nonce, lowerEmail).getBytes(StandardCharsets.UTF_8));
        return right ? Optional.of(nonce) : Optional.empty();
    }

    private String signature(String nonce, String lowerEmail) {
        return base64(hash.of(nonce + '\n' + lowerEmail));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
