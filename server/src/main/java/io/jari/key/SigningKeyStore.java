package io.jari.key;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written of the keys. */
final class SigningKeyStore {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('jari signing keys'))";

    private SigningKeyStore() {}

    /**
     * A key as it stands.
     *
     * @param validTill null: no other has come after it yet
     */
    record Row(
            int keyId,
            byte[] salt,
            Instant signsFrom,
            @Nullable Instant validTill) {}

    /**
     * The newest key, at a moment.
     *
     * @param keyId 0 where there is none
     * @param alone no other is accepted once this one signs
     */
    record Newest(Instant now, int keyId, Instant signsFrom, boolean alone) {
        boolean isThere() {
            return keyId > 0;
        }

        boolean isToCome() {
            return isThere() && signsFrom.isAfter(now);
        }
    }

    /** Those accepted now or later, oldest first. */
    static List<Row> accepted(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                select key_id, salt, signs_from, nullif(valid_till, 'infinity') from signing_key
                 where valid_till > (select jari_now()) order by key_id
                """);
                var row = select.executeQuery()) {
            var rows = new ArrayList<Row>();
            while (row.next()) {
                var till = row.getObject(4, OffsetDateTime.class);
                rows.add(new Row(
                        row.getInt(1),
                        row.getBytes(2),
                        instant(row.getObject(3, OffsetDateTime.class)),
                        till == null ? null : instant(till)));
            }
            return rows;
        }
    }

    /** Nobody else makes keys until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        }
    }

    static Newest newest(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                select n.now, coalesce(k.key_id, 0), coalesce(k.signs_from, n.now),
                       not exists (select from signing_key o where o.key_id < k.key_id and o.valid_till > k.signs_from)
                  from (select jari_now() as now) n
                  left join lateral (select * from signing_key order by key_id desc limit 1) k on true
                """);
                var row = select.executeQuery()) {
            row.next();
            return new Newest(
                    instant(row.getObject(1, OffsetDateTime.class)),
                    row.getInt(2),
                    instant(row.getObject(3, OffsetDateTime.class)),
                    row.getBoolean(4));
        }
    }

    /**
     * One more; all before it end.
     *
     * @param grace for how long they are accepted once this one signs
     */
    static void insert(Connection connection, int keyId, byte[] salt, Instant signsFrom, Duration grace)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into signing_key (key_id, salt, signs_from, valid_till) values (?, ?, ?, 'infinity')
                """);
                var end = connection.prepareStatement("""
                        update signing_key set valid_till = least(valid_till, ?) where key_id <> ?
                        """)) {
            insert.setInt(1, keyId);
            insert.setBytes(2, salt);
            set(insert, 3, signsFrom);
            insert.executeUpdate();
            set(end, 1, signsFrom.plus(grace));
            end.setInt(2, keyId);
            end.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int n, Instant at) throws SQLException {
        statement.setObject(n, at.atOffset(ZoneOffset.UTC));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
