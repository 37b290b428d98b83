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
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The SQL of sessions. */
@ApplicationScoped
class SessionStore {
    private final Jdbi jdbi;
    private final SessionRules rules;

    SessionStore(DataSource dataSource, SessionRules rules) {
        this.jdbi = Jdbi.create(dataSource);
        this.rules = rules;
    }

    /** How a session begins. */
    record Beginning(
            boolean internal,
            boolean secondFactor,
            SessionRules.Limits limits,
            @Nullable String userAgent) {}

    /** What made cached sessions stale; a null hash means all of the account's. */
    record Staleness(long changeId, @Nullable TokenHash hash, long accountId) {}

    /** What has become stale lately, and both clocks of the database. */
    record News(Instant now, Instant clock, List<Staleness> changes) {}

    /**
     * Empty when the password was changed, or the account closed, since it was compared. The row lock makes such a
     * change, which ends all sessions, see this one.
     */
    Optional<Instant> begin(TokenHash hash, AccountStore.Secret secret, Beginning beginning) {
        return jdbi.inTransaction(handle -> handle.createQuery("""
                        with unchanged as (
                            select account_id from account
                             where account_id = :account and password_hash = :password and not closed
                               for share)
                        insert into session (token_hash, account_id, created_at, seen_at, expires_at, idle_seconds,
                                             internal, second_factor, user_agent)
                        select :hash, account_id, now.at, now.at, now.at + make_interval(secs => :life), :idle,
                               :internal, :factor, :agent
                          from unchanged, (select jari_now() as at) as now
                        returning expires_at
                        """)
                .bind("hash", hash.bytes())
                .bind("account", secret.accountId())
                .bind("password", secret.passwordHash())
                .bind("life", beginning.limits().life().toSeconds())
                .bind("idle", beginning.limits().idle().toSeconds())
                .bind("internal", beginning.internal())
                .bind("factor", beginning.secondFactor())
                .bind("agent", beginning.userAgent())
                .mapTo(OffsetDateTime.class)
                .map(OffsetDateTime::toInstant)
                .findOne());
    }

    /** By their keys, whatever is known of the tables: a plan that reads them whole would do so hundreds of times in a rush. */
    List<Session> find(Collection<TokenHash> hashes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.token_hash, s.session_id, s.expires_at, s.seen_at, s.idle_seconds, s.internal,
                               s.second_factor, a.account_id, a.name, a.staff,
                               exists (select from second_factor f
                                        where f.account_id = a.account_id and f.confirmed_at is not null) as enrolled,
                               array(select g.role || ':' || g.scope || coalesce('-' || g.scope_id, '')
                                       from role_grant g where g.account_id = a.account_id) as grants
                          from unnest(cast(:hashes as bytea[])) k(hash)
                         cross join lateral (select * from session i where i.token_hash = k.hash offset 0) s
                         cross join lateral (select * from account i
                                              where i.account_id = s.account_id and not i.closed offset 0) a
                         where s.seen_at + make_interval(secs => s.idle_seconds) > (select jari_now())
                        """)
                .bindArray("hashes", String.class, texts(hashes))
                .map((row, context) -> session(row))
                .list());
    }

    private static List<String> texts(Collection<TokenHash> hashes) {
        return hashes.stream()
                .map(hash -> "\\x" + HexFormat.of().formatHex(hash.bytes()))
                .toList();
    }

    /** Writes down when they were used. */
    void seen(Map<TokenHash, Instant> sessions) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update session s set seen_at = used.at
                          from unnest(cast(:hashes as bytea[]), cast(:times as timestamptz[])) as used (hash, at)
                         where s.token_hash = used.hash and s.seen_at < used.at
                        """)
                .bindArray("hashes", String.class, texts(sessions.keySet()))
                .bindArray(
                        "times",
                        String.class,
                        sessions.values().stream().map(Instant::toString).toList())
                .execute());
    }

    /** The live sessions of an account, the last begun first; at most so many. */
    List<OwnSession> of(long accountId, TokenHash current, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select session_id, user_agent, created_at, seen_at, expires_at, internal,
                               token_hash = :current as current
                          from session
                         where account_id = :account and expires_at > jari_now()
                           and seen_at + make_interval(secs => idle_seconds) > jari_now()
                         order by created_at desc, session_id desc limit :most
                        """)
                .bind("account", accountId)
                .bind("current", current.bytes())
                .bind("most", most)
                .map((row, context) -> new OwnSession(
                        row.getLong("session_id"),
                        row.getString("user_agent"),
                        instant(row, "created_at"),
                        instant(row, "seen_at"),
                        instant(row, "expires_at"),
                        row.getBoolean("internal"),
                        row.getBoolean("current")))
                .list());
    }

    /** Which one of the account's this is. */
    Optional<TokenHash> named(long accountId, long sessionId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select token_hash from session where account_id = :account and session_id = :session")
                .bind("account", accountId)
                .bind("session", sessionId)
                .map((row, context) -> TokenHash.of(row.getBytes(1)))
                .findOne());
    }

    /** The session goes on by another token, having shown a second factor; all others of the account end. */
    static void raise(Handle handle, Session session, TokenHash next) {
        handle.execute(
                "update session set token_hash = ?, second_factor = true where token_hash = ?",
                next.bytes(),
                session.hash().bytes());
        endAll(handle, session.caller().accountId(), next);
    }

    void endOthers(long accountId, TokenHash keep) {
        jdbi.useTransaction(handle -> endAll(handle, accountId, keep));
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
            handle.execute("""
                    delete from session
                     where expires_at < jari_now() or seen_at + make_interval(secs => idle_seconds) < jari_now()
                    """);
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

    /** Only a session of the internal listener carries rights, and only one that showed all it has to. */
    private Session session(ResultSet row) throws SQLException {
        var enrolled = row.getBoolean("enrolled");
        var staff = row.getBoolean("staff") && row.getBoolean("internal");
        var enrolling = staff && !enrolled && rules.factorRequired();
        var trusted = staff && !enrolling && (row.getBoolean("second_factor") || !enrolled);
        return new Session(
                TokenHash.of(row.getBytes("token_hash")),
                row.getLong("session_id"),
                new Caller(
                        row.getLong("account_id"),
                        row.getString("name"),
                        trusted,
                        trusted ? rights(row.getArray("grants")) : Rights.NONE),
                instant(row, "expires_at"),
                new LastSeen(Duration.ofSeconds(row.getInt("idle_seconds")), instant(row, "seen_at")),
                enrolling);
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
