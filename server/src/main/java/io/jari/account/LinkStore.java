package io.jari.account;

import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of links. */
@ApplicationScoped
class LinkStore {
    private final Jdbi jdbi;

    LinkStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** In the place of an older one; nothing for an account that is closed. */
    void put(long accountId, Links.Purpose purpose, TokenHash hash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account_link (account_id, purpose, token_hash, expires_at)
                        select account_id, :purpose, :hash, jari_now() + make_interval(secs => :life)
                          from account where account_id = :id and not closed
                        on conflict (account_id, purpose) do update
                           set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                        """)
                .bind("id", accountId)
                .bind("purpose", purpose.text())
                .bind("hash", hash.bytes())
                .bind("life", purpose.life().toSeconds())
                .execute());
    }

    Optional<Long> account(TokenHash hash, Links.Purpose purpose) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select account_id from account_link
                         where token_hash = :hash and purpose = :purpose and expires_at > jari_now()
                        """)
                .bind("hash", hash.bytes())
                .bind("purpose", purpose.text())
                .mapTo(Long.class)
                .findOne());
    }

    /** Uses it up, and the account's others with it; false when it is not good any more. */
    static boolean take(Handle handle, long accountId, Links.Purpose purpose, TokenHash hash) {
        var taken = handle.createUpdate("""
                        delete from account_link
                         where account_id = :id and purpose = :purpose and token_hash = :hash and expires_at > jari_now()
                        """)
                        .bind("id", accountId)
                        .bind("purpose", purpose.text())
                        .bind("hash", hash.bytes())
                        .execute()
                == 1;
        if (taken) {
            endAll(handle, accountId);
        }
        return taken;
    }

    static void endAll(Handle handle, long accountId) {
        handle.execute("delete from account_link where account_id = ?", accountId);
    }

    /** How often within the last hour this was journaled of the account: each is a mail. */
    static long journaled(Handle handle, long accountId, String action) {
        return handle.createQuery("""
                        select count(*) from journal
                         where partition_id = :id and kind = :kind and subject = :subject
                           and action = :action and at > jari_now() - interval '1 hour'
                        """)
                .bind("id", accountId)
                .bind("kind", Partition.Kind.ACCOUNT.code())
                .bind("action", action)
                .bind("subject", Caller.actor(accountId))
                .mapTo(Long.class)
                .one();
    }

    /** Whether since then a link was handed over, or what it is for was done or given up. */
    boolean isSettledSince(long accountId, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from journal
                                        where partition_id = :id and kind = :kind and subject = :subject and at > :since
                                          and action in ('staff.invitation_link_told', 'staff.joined', 'staff.invitation_withdrawn'))
                        """)
                .bind("id", accountId)
                .bind("kind", Partition.Kind.ACCOUNT.code())
                .bind("subject", Caller.actor(accountId))
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Boolean.class)
                .one());
    }

    void sweep() {
        jdbi.useHandle(handle -> handle.execute("delete from account_link where expires_at < jari_now()"));
    }
}
