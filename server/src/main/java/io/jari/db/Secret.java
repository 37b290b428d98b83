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
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one secret of an installation, from which a key for each purpose is made. It is kept in the database, where further processes find
 * it: a demo's as it is, in production sealed by what the environment or a file gives ({@link SealedSecret}).
 */
public final class Secret {
    private static final int SHORTEST = 32;
    private final byte[] master;

    private Secret(byte[] master) {
        this.master = master;
    }

    static Secret of(byte[] master) {
        return new Secret(master);
    }

    byte[] master() {
        return master.clone();
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

    /**
     * Seals with a key for this purpose.
     *
     * @param what is sealed, such as "the second factor of account", for errors
     */
    public Seal seal(String purpose, String what) {
        return new Seal(derive(purpose), what);
    }

    /** The secret given by {@code JARI_SECRET} or {@code JARI_SECRET_FILE}. */
    public static Secret fromEnvironment(Map<String, String> environment) {
        return given(environment, "JARI_SECRET").orElseThrow(() -> new StartRefused("""
                    A production start needs its secret, and it is missing. Give one of:
                      JARI_SECRET       at least %d characters; keep it, since everything signed depends on it
                      JARI_SECRET_FILE  a file with that text
                    Make one with: openssl rand -base64 33""".formatted(SHORTEST)));
    }

    /** By the variable of this name, or by the file that {@code <name>_FILE} names. */
    static Optional<Secret> given(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(name);
        @Nullable String file = environment.get(name + "_FILE");
        if (value != null && !value.isBlank()) {
            return Optional.of(checked(value.strip(), name));
        }
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(checked(Files.readString(Path.of(file)).strip(), name));
        } catch (IOException e) {
            throw new StartRefused("The secret's file %s (%s_FILE) can't be read: %s".formatted(file, name, e), e);
        }
    }

    private static Secret checked(String text, String name) {
        if (text.length() < SHORTEST) {
            throw new StartRefused(
                    "The secret (%s) has %d characters; at least %d are needed. Make one with: openssl rand -base64 33"
                            .formatted(name, text.length(), SHORTEST));
        }
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    static Secret random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes);
    }

    /** The secret a demo made at its first start. */
    static Secret ofDemo(DataSource database) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into setting (name, value) values ('secret', ?) on conflict do nothing");
                var select = connection.prepareStatement("select value from setting where name = 'secret'")) {
            insert.setString(1, Base64.getEncoder().encodeToString(random().master));
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
            return Mode.of(mode) == Mode.DEMO ? ofDemo(database) : SealedSecret.open(database, System.getenv());
        }
    }
}
