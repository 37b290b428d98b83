package io.jari.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A production installation's secret: made at its first start and kept in the database, sealed by {@code JARI_SECRET}. So that one can
 * change while all that was ever signed stays good (envelope encryption, NIST SP 800-57 part 1, "key wrapping"): started once with the new
 * one and the one before as {@code JARI_SECRET_PREVIOUS}, it is sealed anew.
 */
final class SealedSecret {
    private static final Logger LOG = Logger.getLogger(SealedSecret.class);
    private static final String SEALED = "secret-sealed";
    /** Left by a migration where keys came from {@code JARI_SECRET} itself. */
    private static final String ITSELF = "secret-itself";

    private static final String PREVIOUS = "JARI_SECRET_PREVIOUS";

    private final Connection connection;
    private final Secret given;

    private SealedSecret(Connection connection, Secret given) {
        this.connection = connection;
        this.given = given;
    }

    /** Blocks. Throws {@link StartRefused} when none of those given opens it. */
    static Secret open(DataSource database, Map<String, String> environment) {
        var given = Secret.fromEnvironment(environment);
        try (var connection = database.getConnection()) {
            return new SealedSecret(connection, given).open(Secret.given(environment, PREVIOUS));
        } catch (SQLException e) {
            throw new IllegalStateException("the installation's secret can't be read", e);
        }
    }

    private Secret open(Optional<Secret> previous) throws SQLException {
        @Nullable String kept = find(SEALED);
        if (kept == null) {
            var first = find(ITSELF) == null ? Secret.random() : previous.orElse(given);
            keep(sealed(first, given));
            kept = find(SEALED);
        }
        if (kept == null) {
            throw new IllegalStateException("the installation's secret was not kept");
        }
        var now = opened(kept, given);
        return now.isPresent() ? now.get() : sealAnew(kept, previous);
    }

    private Secret sealAnew(String kept, Optional<Secret> previous) throws SQLException {
        var secret = previous.flatMap(before -> opened(kept, before))
                .orElseThrow(() -> new StartRefused("""
                JARI_SECRET is not the one that this installation was started with.
                To change it, give the one before as %s (or %s_FILE) this once.""".formatted(PREVIOUS, PREVIOUS)));
        try (var update = connection.prepareStatement("update setting set value = ? where name = ? and value = ?")) {
            update.setString(1, sealed(secret, given));
            update.setString(2, SEALED);
            update.setString(3, kept);
            update.executeUpdate();
        }
        LOG.infof("JARI_SECRET has changed; %s is not needed any more", PREVIOUS);
        return secret;
    }

    private @Nullable String find(String name) throws SQLException {
        try (var select = connection.prepareStatement("select value from setting where name = ?")) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private void keep(String sealed) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into setting (name, value) values (?, ?) on conflict do nothing")) {
            insert.setString(1, SEALED);
            insert.setString(2, sealed);
            insert.executeUpdate();
        }
    }

    private static String sealed(Secret secret, Secret by) {
        return Base64.getEncoder().encodeToString(seal(by).seal(0, secret.master()));
    }

    private static Optional<Secret> opened(String sealed, Secret by) {
        try {
            return Optional.of(Secret.of(seal(by).open(0, Base64.getDecoder().decode(sealed))));
        } catch (IllegalStateException _) {
            return Optional.empty(); // sealed by another
        }
    }

    private static Seal seal(Secret by) {
        return by.seal("the installation's secret", "the secret of installation");
    }
}
