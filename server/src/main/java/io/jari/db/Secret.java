package io.jari.db;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of an installation, from which a key for each purpose is made. In production it comes from the
 * environment or a file; a demo makes its own and keeps it in the database, where further processes find it.
 */
public final class Secret {
    private static final int SHORTEST = 32;
    private final byte[] master;

    private Secret(byte[] master) {
        this.master = master;
    }

    /** A key of 32 bytes for this purpose: HMAC-SHA256(master, purpose). Always the same for the same installation. */
    public byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** The secret given by {@code JARI_SECRET} or {@code JARI_SECRET_FILE}. */
    public static Secret fromEnvironment(Map<String, String> environment) {
        var text = given(environment).strip();
        if (text.length() < SHORTEST) {
            throw new StartRefused(
                    "The secret has %d characters; at least %d are needed. Make one with: openssl rand -base64 33"
                            .formatted(text.length(), SHORTEST));
        }
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String given(Map<String, String> environment) {
        @Nullable String secret = environment.get("JARI_SECRET");
        @Nullable String file = environment.get("JARI_SECRET_FILE");
        if (secret != null && !secret.isBlank()) {
            return secret;
        }
        if (file == null || file.isBlank()) {
            throw new StartRefused("""
                    A production start needs its secret, and it is missing. Give one of:
                      JARI_SECRET       at least %d characters; keep it, since everything signed depends on it
                      JARI_SECRET_FILE  a file with that text
                    Make one with: openssl rand -base64 33""".formatted(SHORTEST));
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new StartRefused("The secret's file %s (JARI_SECRET_FILE) can't be read: %s".formatted(file, e), e);
        }
    }

    /** The secret a demo made at its first start. */
    static Secret ofDemo(DataSource database) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into setting (name, value) values ('secret', ?) on conflict do nothing");
                var select = connection.prepareStatement("select value from setting where name = 'secret'")) {
            insert.setString(1, Base64.getEncoder().encodeToString(bytes));
            insert.executeUpdate();
            try (var rows = select.executeQuery()) {
                rows.next();
                return new Secret(Base64.getDecoder().decode(rows.getString(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's secret can't be read", e);
        }
    }

    /** Hands the secret to the application. */
    @Singleton
    static final class Source {
        private final DataSource database;
        private final String mode;

        @Inject
        Source(DataSource database, @ConfigProperty(name = "jari.mode") String mode) {
            this.database = database;
            this.mode = mode;
        }

        @Produces
        @Singleton
        Secret secret() {
            return Mode.of(mode) == Mode.DEMO ? ofDemo(database) : fromEnvironment(System.getenv());
        }
    }
}
