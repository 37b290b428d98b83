package io.jari.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deliveries: added by the fan-out, claimed for a while by whoever sends, ended once. */
final class DeliveryStore {
    /** What waits for an earlier one of its subject is held; so is all that comes while that is so. What has ended may begin again. */
    private static final String ADD = """
            with added as (
                insert into webhook_delivery as d (webhook_id, number, subject, type, state, due_at, created_at)
                select :webhook, n, s, t, case when first then 'due' else 'held' end, jari_now(), jari_now()
                  from (select n, s, t,
                               row_number() over (partition by s order by n) = 1
                               and not exists (select from webhook_delivery e
                                                where e.webhook_id = :webhook and e.subject = s and e.state in ('held', 'due')) as first
                          from unnest(:numbers, :subjects, :types) k(n, s, t)) r
                on conflict (webhook_id, number) do update
                   set state = excluded.state, due_at = excluded.due_at, tries = 0, created_at = excluded.created_at
                 where d.state in ('delivered', 'given_up')
                returning 1)
            update webhook set pending = pending + (select count(*) from added) where webhook_id = :webhook
            """;

    /** Each try of a delivery has another number, by which it is ended: one whose lease ran out ends nothing. */
    private static final String CLAIM = """
            with picked as (
                select d.* from unnest(:webhooks, :rooms) w(id, room)
                 cross join lateral (
                       select webhook_id, number from webhook_delivery
                        where webhook_id = w.id and state = 'due' and due_at <= (select jari_now())
                        order by due_at limit w.room for update skip locked) d
                 limit :most)
            update webhook_delivery d
               set tries = tries + 1, last_at = jari_now(), due_at = jari_now() + make_interval(secs => :lease)
              from picked p where d.webhook_id = p.webhook_id and d.number = p.number
            returning d.webhook_id, d.number, d.tries, extract(epoch from jari_now())::bigint as now
            """;

    private static final String AGAIN = """
            update webhook_delivery
               set last_code = :code, last_flaw = :flaw, due_at = jari_now() + make_interval(secs => :pause)
             where webhook_id = :webhook and number = :number and tries = :tries and state = 'due'
               and created_at > jari_now() - make_interval(secs => :patience)
            """;

    private static final String END = """
            update webhook_delivery set state = :state, last_code = :code, last_flaw = :flaw
             where webhook_id = :webhook and number = :number and tries = :tries and state = 'due'
            returning subject
            """;

    private static final String NEXT = """
            update webhook_delivery set state = 'due', due_at = jari_now()
             where webhook_id = :webhook and state = 'held'
               and number = (select number from webhook_delivery
                              where webhook_id = :webhook and subject = :subject and state in ('held', 'due') order by number limit 1)
            """;

    private DeliveryStore() {}

    /** Events that a webhook is to be told of. */
    record Batch(List<Long> numbers, List<String> subjects, List<String> types) {}

    /** One attempt. */
    record Claim(long webhookId, long number, int tries, long seconds) {}

    static void add(Handle handle, long webhookId, Batch batch) {
        handle.createUpdate(ADD)
                .bind("webhook", webhookId)
                .bindArray("numbers", Long.class, batch.numbers())
                .bindArray("subjects", String.class, batch.subjects())
                .bindArray("types", String.class, batch.types())
                .execute();
    }

    static List<Claim> claim(Handle handle, List<Long> webhooks, List<Integer> rooms, int most, Duration lease) {
        return handle.createQuery(CLAIM)
                .bindArray("webhooks", Long.class, webhooks)
                .bindArray("rooms", Integer.class, rooms)
                .bind("most", most)
                .bind("lease", lease.toSeconds())
                .map((row, _) -> new Claim(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4)))
                .list();
    }

    /** Whether it is to be tried again: false when that has gone on for too long. */
    static boolean again(Handle handle, Claim claim, Receivers.Answer answer, Duration pause) {
        return handle.createUpdate(AGAIN)
                        .bind("webhook", claim.webhookId())
                        .bind("number", claim.number())
                        .bind("tries", claim.tries())
                        .bind("code", answer.code())
                        .bind("flaw", answer.flaw())
                        .bind("pause", (double) pause.toMillis() / 1_000)
                        .bind("patience", Backoff.PATIENCE.toSeconds())
                        .execute()
                > 0;
    }

    /** Under the webhook's lock: this one has ended, and the next of its subject has its turn. */
    static boolean end(Handle handle, Claim claim, Receivers.Answer answer, boolean delivered) {
        var subject = handle.createQuery(END)
                .bind("webhook", claim.webhookId())
                .bind("number", claim.number())
                .bind("tries", claim.tries())
                .bind("state", delivered ? "delivered" : "given_up")
                .bind("code", answer.code())
                .bind("flaw", answer.flaw())
                .mapTo(String.class)
                .findOne();
        subject.ifPresent(s -> {
            handle.createUpdate(NEXT)
                    .bind("webhook", claim.webhookId())
                    .bind("subject", s)
                    .execute();
            handle.execute("update webhook set pending = pending - 1 where webhook_id = ?", claim.webhookId());
        });
        return subject.isPresent();
    }

    /** Under the webhook's lock: what is due is due now. */
    static void hurry(Handle handle, long webhookId, long number) {
        handle.execute(
                "update webhook_delivery set due_at = jari_now() where webhook_id = ? and number = ? and state = 'due' and due_at > jari_now()",
                webhookId,
                number);
    }

    static Optional<Delivery> find(Handle handle, long webhookId, long number) {
        return handle.createQuery("select * from webhook_delivery where webhook_id = :webhook and number = :number")
                .bind("webhook", webhookId)
                .bind("number", number)
                .map((row, _) -> delivery(row))
                .findOne();
    }

    static List<Delivery> page(Handle handle, long webhookId, List<String> states, long before, int limit) {
        return handle.createQuery("""
                        select * from webhook_delivery
                         where webhook_id = :webhook and number < :before and state = any(:states) order by number desc limit :limit
                        """)
                .bind("webhook", webhookId)
                .bind("before", before)
                .bindArray("states", String.class, states)
                .bind("limit", limit)
                .map((row, _) -> delivery(row))
                .list();
    }

    /** What has ended is forgotten after a while; what has waited for too long is given up. */
    static void sweep(Handle handle, Duration delivered, Duration others) {
        handle.execute("""
                with old as (update webhook_delivery set state = 'given_up'
                              where state in ('held', 'due') and created_at < jari_now() - make_interval(secs => ?) returning webhook_id)
                update webhook w set pending = pending - n from (select webhook_id, count(*)::int as n from old group by 1) o
                 where w.webhook_id = o.webhook_id
                """, others.toSeconds());
        handle.execute("""
                delete from webhook_delivery
                 where created_at < jari_now() - make_interval(secs => ?) and state = 'delivered'
                    or created_at < jari_now() - make_interval(secs => ?) and state = 'given_up'
                """, delivered.toSeconds(), others.multipliedBy(2).toSeconds());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var code = row.getInt("last_code");
        return new Delivery(
                row.getLong("number"),
                row.getString("type"),
                row.getString("subject"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("tries"),
                time(row, "created_at"),
                time(row, "due_at"),
                row.getObject("last_at") == null ? null : time(row, "last_at"),
                row.getObject("last_code") == null ? null : code,
                row.getString("last_flaw"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
