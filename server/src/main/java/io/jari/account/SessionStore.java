package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The SQL of sessions. */
@ApplicationScoped
class SessionStore {
    private final Jdbi jdbi;

    SessionStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** What made cached sessions stale; a null hash means all of the account's. */
    record Staleness(long changeId, @Nullable TokenHash hash, long accountId) {}

    /** What has become stale lately, and both clocks of the database. */
    record News(Instant now, Instant clock, List<Staleness> changes) {}

    /**
     * Empty when the password was changed, or the account closed, since it was compared. The row lock makes such a
     * change, which ends all sessions, see this one.
     */
    Optional<Instant> begin(TokenHash hash, AccountStore.Secret secret, Duration life, @Nullable String userAgent) {
        return jdbi.inTransaction(handle -> handle.createQuery("""
                        with unchanged as (
                            select account_id from account
                             where account_id = :account and password_hash = :password and not closed
                               for share)
                        insert into session (token_hash, account_id, expires_at, user_agent)
                        select :hash, account_id, jari_now() + make_interval(secs => :seconds), :agent from unchanged
                        returning expires_at
                        """)
                .bind("hash", hash.bytes())
                .bind("account", secret.accountId())
                .bind("password", secret.passwordHash())
                .bind("seconds", life.toSeconds())
                .bind("agent", userAgent)
                .mapTo(OffsetDateTime.class)
                .map(OffsetDateTime::toInstant)
                .findOne());
    }

    List<Session> find(Collection<TokenHash> hashes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.token_hash, s.expires_at, a.account_id, a.name, a.staff,
                               array(select g.role || ':' || g.scope || coalesce('-' || g.scope_id, '')
                                       from role_grant g where g.account_id = a.account_id) as grants
                          from session s join account a using (account_id)
                         where s.token_hash = any(cast(:hashes as bytea[])) and not a.closed
                        """)
                .bindArray(
                        "hashes",
                        String.class,
                        hashes.stream()
                                .map(hash -> "\\x" + HexFormat.of().formatHex(hash.bytes()))
                                .toList())
                .map((row, context) -> session(row))
                .list());
    }

    void end(TokenHash hash, long accountId) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from session where token_hash = ?", hash.bytes());
            handle.execute(
                    "insert into session_change (token_hash, account_id) values (?, ?)", hash.bytes(), accountId);
        });
    }

    /** In the transaction of whoever changed what a session of this account shows. */
    static void stale(Handle handle, long accountId) {
        handle.execute("insert into session_change (account_id) values (?)", accountId);
    }

    /** Ends all sessions of the account but the one to keep. */
    static void endAll(Handle handle, long accountId, @Nullable TokenHash keep) {
        var kept = keep == null ? new byte[0] : keep.bytes();
        handle.execute("delete from session where account_id = ? and token_hash <> ?", accountId, kept);
        stale(handle, accountId);
    }

    News changesAfter(@Nullable Instant clock) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select jari_now() as now, clock_timestamp() as clock, c.change_id, c.token_hash, c.account_id
                          from (select 1) as once
                          left join session_change c on c.at > cast(:after as timestamptz)
                        """)
                .bind("after", clock == null ? null : clock.toString())
                .scanResultSet((rows, context) -> {
                    try (context) {
                        return news(rows.get());
                    }
                }));
    }

    void sweep(Duration changesKept) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from session_change where at < clock_timestamp() - make_interval(secs => :s)")
                    .bind("s", changesKept.toSeconds())
                    .execute();
            handle.execute("delete from session where expires_at < jari_now()");
        });
    }

    private static News news(ResultSet rows) throws SQLException {
        var now = Instant.EPOCH;
        var clock = Instant.EPOCH;
        var changes = new ArrayList<Staleness>();
        while (rows.next()) {
            now = instant(rows, "now");
            clock = instant(rows, "clock");
            var changeId = rows.getLong("change_id");
            if (!rows.wasNull()) {
                var hash = rows.getBytes("token_hash");
                changes.add(
                        new Staleness(changeId, hash == null ? null : TokenHash.of(hash), rows.getLong("account_id")));
            }
        }
        return new News(now, clock, changes);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                TokenHash.of(row.getBytes("token_hash")),
                new Caller(
                        row.getLong("account_id"),
                        row.getString("name"),
                        row.getBoolean("staff"),
                        rights(row.getArray("grants"))),
                instant(row, "expires_at"));
    }

    private static Rights rights(Array grants) throws SQLException {
        var texts = (String[]) grants.getArray();
        return texts.length == 0
                ? Rights.NONE
                : new Rights(Arrays.stream(texts).map(Grant::of).toList());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
