package io.jari.key;

import io.jari.db.ClockMoved;
import io.jari.db.DatabaseClock;
import io.jari.db.Secret;
import io.jari.key.SigningKeyStore.Newest;
import io.jari.key.SigningKeyStore.Row;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the house: a new one every day, made by whichever process comes first, and known to all before it signs. Answers from memory;
 * while the database is away it goes on with the keys it knows.
 */
@Singleton
public final class SigningKeys implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** How long one key signs. */
    static final Duration SIGNS = Duration.ofHours(24);

    /** Between making a key and signing by it: within this time all processes have come to know it. */
    static final Duration BEFORE_SIGNING = Duration.ofSeconds(60);

    /** How long a key is accepted once another signs. */
    static final Duration GRACE = Duration.ofDays(3);

    /** Between making a key and signing by it where those before are revoked: a few readings, no more. */
    static final Duration BEFORE_REVOKING = Duration.ofSeconds(3);

    private static final int SALT_BYTES = 32;
    private static final long PAUSE_MILLIS = 1_000;

    private final DataSource dataSource;
    private final DatabaseClock clock;
    private final Hmac house;
    private final SecureRandom random = new SecureRandom();
    private final Rounds rounds =
            new Rounds("signing-keys", "signing keys are not followed for now", PAUSE_MILLIS, this::turn);
    private volatile Known known;

    /** Reads the keys, and makes the first where there is none. */
    public SigningKeys(DataSource dataSource, DatabaseClock clock, Secret secret) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.house = new Hmac(secret.derive("queue-keys"));
        this.known = new Known(1, new Key[0]);
        follow();
    }

    /** Keys by their ids, which rise by one; null where one is not accepted any more. */
    private record Known(int first, @Nullable Key[] keys) {
        @Nullable
        Key byId(int id) {
            var at = id - first;
            return at >= 0 && at < keys.length ? keys[at] : null;
        }

        /** The newest that signs; while none does, which only a clock set back brings about, the oldest. */
        Key signing(long nowMillis) {
            for (var i = keys.length - 1; i >= 0; i--) {
                var key = keys[i];
                if (key != null && key.signs(nowMillis)) {
                    return key;
                }
            }
            for (var key : keys) {
                if (key != null && key.isAccepted(nowMillis)) {
                    return key;
                }
            }
            throw new IllegalStateException("the newest key never ends");
        }
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void clockMoved(@Observes ClockMoved moved) {
        try {
            follow();
        } catch (IllegalStateException e) {
            LOG.debug("the next round tries again", e);
        }
    }

    /** The key that signs now. */
    public Key current() {
        return known.signing(nowMillis());
    }

    /** Null when there is no such key, or it is not accepted any more. */
    public @Nullable Key byId(int id) {
        var key = known.byId(id);
        return key != null && key.isAccepted(nowMillis()) ? key : null;
    }

    private long nowMillis() {
        return clock.now().toEpochMilli();
    }

    /** Reads the keys anew; makes one where it is time. Blocks. */
    public void follow() {
        try {
            turn();
        } catch (SQLException e) {
            throw new IllegalStateException("signing keys", e);
        }
    }

    /** Those accepted now or later. Blocks. */
    List<Row> list() {
        try (var connection = dataSource.getConnection()) {
            return SigningKeyStore.accepted(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("signing keys", e);
        }
    }

    private synchronized boolean turn() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            if (isDue(SigningKeyStore.newest(connection))) {
                makeAlone(connection);
            }
            know(SigningKeyStore.accepted(connection));
        }
        return false;
    }

    private static boolean isDue(Newest newest) {
        return !newest.isThere()
                || !newest.signsFrom().plus(SIGNS).minus(BEFORE_SIGNING).isAfter(newest.now());
    }

    private void makeAlone(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            SigningKeyStore.lock(connection);
            var newest = SigningKeyStore.newest(connection);
            if (isDue(newest)) {
                make(connection, newest, newest.isThere() ? BEFORE_SIGNING : Duration.ZERO, GRACE);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * One more in the caller's transaction, unless one is to come already.
     *
     * @param revoke all before it are to be accepted no more
     */
    Made make(Connection connection, boolean revoke) throws SQLException {
        SigningKeyStore.lock(connection);
        var newest = SigningKeyStore.newest(connection);
        if (newest.isToCome() && (newest.alone() || !revoke)) {
            return new Made(newest.keyId(), false);
        }
        return revoke
                ? make(connection, newest, BEFORE_REVOKING, Duration.ZERO)
                : make(connection, newest, BEFORE_SIGNING, GRACE);
    }

    /** A key by which will be signed; {@code fresh} when it was made just now. */
    record Made(int keyId, boolean fresh) {}

    private Made make(Connection connection, Newest newest, Duration before, Duration grace) throws SQLException {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var id = newest.keyId() + 1;
        SigningKeyStore.insert(connection, id, salt, newest.now().plus(before), grace);
        return new Made(id, true);
    }

    private void know(List<Row> rows) {
        var before = known;
        var first = rows.getFirst().keyId();
        var keys = new @Nullable Key[rows.getLast().keyId() - first + 1];
        for (var row : rows) {
            var same = before.byId(row.keyId());
            keys[row.keyId() - first] = same != null && same.is(row) ? same : key(row);
        }
        known = new Known(first, keys);
    }

    private Key key(Row row) {
        return new Key(row, new Hmac(house.of(row.salt(), row.salt().length)));
    }

    @Override
    @PreDestroy
    public void close() {
        rounds.close();
    }
}
