package io.jari.queue;

import io.jari.core.queue.Joiner;
import io.jari.db.Secret;
import io.jari.key.Hmac;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Who stands in a line, as the line knows them: a device or an account, told by nobody who has not the house's secret. */
@Singleton
public final class Joiners {
    /** Characters of a device's id: at least as many as ours have, so that nobody guesses one. */
    static final int SHORTEST_DEVICE = 22;

    static final int LONGEST_DEVICE = 64;

    /** The form of a device's id, as a schema says it. */
    public static final String DEVICE_FORM = "[A-Za-z0-9_-]{22,64}";

    private static final int DEVICE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Hmac hmac;

    public Joiners(Secret secret) {
        this.hmac = new Hmac(secret.derive("queue-joiner"));
    }

    /** @param deviceId of the right form */
    public Joiner ofDevice(String deviceId) {
        return of("device:" + deviceId);
    }

    public Joiner ofAccount(long accountId) {
        return of("account:" + accountId);
    }

    private Joiner of(String name) {
        var bytes = name.getBytes(StandardCharsets.US_ASCII);
        return Joiner.of(hmac.of(bytes, bytes.length));
    }

    /** Whether it has the form of a device's id: 22 to 64 of the characters that base64url has. */
    public static boolean isDevice(String text) {
        var isLong = text.length() >= SHORTEST_DEVICE && text.length() <= LONGEST_DEVICE;
        return isLong && text.chars().allMatch(Joiners::isOfDevice);
    }

    private static boolean isOfDevice(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** For a device that has none yet. */
    public String newDevice() {
        var bytes = new byte[DEVICE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
