package io.jari.webhook;

import io.jari.account.Scope;
import io.jari.db.Partition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Webhooks as they stand. Whoever adds deliveries or ends them holds the webhook's row. */
final class WebhookStore {
    private static final String COLUMNS =
            "webhook_id, url, types, scope, enabled, disabled_why, missed_after, pending, version, created_at";

    private WebhookStore() {}

    /** Sealed secrets that sign now. */
    record Sealed(byte[] secret, byte @Nullable [] old) {}

    /** Part of the feed that is to be sent again. */
    record Replay(long after, long until) {}

    static long nextId(Handle handle) {
        return handle.createQuery("select nextval(pg_get_serial_sequence('webhook', 'webhook_id'))")
                .mapTo(Long.class)
                .one();
    }

    /** One at a time may add one, so that there are never too many. */
    static long countLocked(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtext('jari webhooks'))");
        return handle.createQuery("select count(*) from webhook")
                .mapTo(Long.class)
                .one();
    }

    static boolean exists(Handle handle, Partition partition) {
        return handle.createQuery("select exists (select from partition_head where id = :id and kind = :kind)")
                .bind("id", partition.id())
                .bind("kind", partition.kind().code())
                .mapTo(Boolean.class)
                .one();
    }

    static void insert(Handle handle, long id, WebhookBodies.Wanted wanted, byte[] sealed, Instant now) {
        handle.createUpdate("""
                        insert into webhook (webhook_id, url, types, scope, enabled, secret, created_at)
                        overriding system value values (:id, :url, :types, :scope, :enabled, :secret, :now)
                        """)
                .bind("id", id)
                .bind("url", wanted.url())
                .bindArray("types", String.class, wanted.types())
                .bind("scope", wanted.scope())
                .bind("enabled", wanted.enabled())
                .bind("secret", sealed)
                .bind("now", now)
                .execute();
    }

    static void update(Handle handle, long id, WebhookBodies.Wanted wanted) {
        handle.createUpdate("""
                        update webhook set url = :url, types = :types, scope = :scope, enabled = :enabled, disabled_why = null,
                               missed_after = null, version = version + 1
                         where webhook_id = :id
                        """)
                .bind("id", id)
                .bind("url", wanted.url())
                .bindArray("types", String.class, wanted.types())
                .bind("scope", wanted.scope())
                .bind("enabled", wanted.enabled())
                .execute();
    }

    static void rotate(Handle handle, long id, byte[] sealed, int oldHours) {
        handle.createUpdate("""
                        update webhook set old_secret = secret, old_until = jari_now() + make_interval(hours => :hours), secret = :secret,
                               version = version + 1
                         where webhook_id = :id
                        """)
                .bind("id", id)
                .bind("secret", sealed)
                .bind("hours", oldHours)
                .execute();
    }

    static void disable(Handle handle, long id, String why, @Nullable Long missedAfter) {
        handle.createUpdate("""
                        update webhook set enabled = false, disabled_why = :why, missed_after = :missed, version = version + 1
                         where webhook_id = :id
                        """)
                .bind("id", id)
                .bind("why", why)
                .bind("missed", missedAfter)
                .execute();
    }

    static void delete(Handle handle, long id) {
        handle.execute("delete from webhook where webhook_id = ?", id);
    }

    static void replay(Handle handle, long id, Replay replay) {
        handle.execute(
                "update webhook set replay_at = ?, replay_until = ? where webhook_id = ?",
                replay.after(),
                replay.until(),
                id);
    }

    static Optional<Webhook> find(Handle handle, long id) {
        return handle.createQuery("select " + COLUMNS + " from webhook where webhook_id = :id")
                .bind("id", id)
                .map((row, _) -> webhook(row))
                .findOne();
    }

    static Optional<Webhook> lock(Handle handle, long id) {
        return handle.createQuery("select " + COLUMNS + " from webhook where webhook_id = :id for no key update")
                .bind("id", id)
                .map((row, _) -> webhook(row))
                .findOne();
    }

    static List<Webhook> all(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from webhook order by webhook_id")
                .map((row, _) -> webhook(row))
                .list();
    }

    /** Those that are told, their rows held in one order. */
    static List<Webhook> lockEnabled(Handle handle) {
        return handle.createQuery(
                        "select " + COLUMNS + " from webhook where enabled order by webhook_id for no key update")
                .map((row, _) -> webhook(row))
                .list();
    }

    /** One that is to be told again, and has room for it; its row is held. */
    static Optional<Webhook> lockReplaying(Handle handle, int mostPending) {
        return handle.createQuery("select " + COLUMNS + """
                         from webhook
                         where enabled and replay_at < replay_until and pending < :most
                         order by webhook_id limit 1 for no key update skip locked
                        """)
                .bind("most", mostPending)
                .map((row, _) -> webhook(row))
                .findOne();
    }

    static Replay replayOf(Handle handle, long id) {
        return handle.createQuery("select replay_at, replay_until from webhook where webhook_id = :id")
                .bind("id", id)
                .map((row, _) -> new Replay(row.getLong(1), row.getLong(2)))
                .one();
    }

    static final String ANY_PENDING = "exists (select from webhook where pending > 0)";

    /** Those with something to send, and how much. */
    static List<Webhook> pending(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from webhook where pending > 0 order by webhook_id")
                .map((row, _) -> webhook(row))
                .list();
    }

    /** Nothing where it was deleted meanwhile. */
    static Optional<Sealed> secrets(Handle handle, long id) {
        return handle.createQuery("""
                        select secret, case when old_until > jari_now() then old_secret end as old from webhook where webhook_id = :id
                        """)
                .bind("id", id)
                .map((row, _) -> new Sealed(row.getBytes(1), row.getBytes(2)))
                .findOne();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        var missed = row.getLong("missed_after");
        return new Webhook(
                row.getLong("webhook_id"),
                row.getString("url"),
                List.of((String[]) row.getArray("types").getArray()),
                Scope.of(row.getString("scope")),
                row.getBoolean("enabled"),
                row.getString("disabled_why"),
                row.getObject("missed_after") == null ? null : missed,
                row.getInt("pending"),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
