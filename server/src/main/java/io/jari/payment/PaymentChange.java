package io.jari.payment;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision.Note;
import io.jari.core.payment.Refund;
import io.jari.db.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment before and after a batch, to be written with what it pays for.
 *
 * @param accountId in whose history it is
 */
public record PaymentChange(PaymentKey key, @Nullable Long accountId, String currency, Payment before, Payment after) {
    /** Until a guest who pays is asked about unasked; a callback comes sooner. */
    private static final int ASK_SECONDS = 20;

    private static final int REFUSED_SECONDS = 5;

    private String provider(Refund refund) {
        return after.attempt(refund.attempt()).map(Attempt::provider).orElse("desk");
    }

    /** What the journal says of it. All values are safe in JSON as they are. */
    public static String journal(Note note, String currency) {
        return "{\"n\":" + note.n() + ",\"amount\":" + note.amount() + ",\"currency\":\"" + currency + "\",\"about\":\""
                + note.about() + "\"}";
    }

    /** Adds the writes to what is sent together. */
    public static void write(Pipeline pipeline, List<PaymentChange> changes, Instant now, long version) {
        if (changes.isEmpty()) {
            return;
        }
        payments(pipeline, changes, now, version);
        var attempts = new ArrayList<Row<Attempt>>();
        var refunds = new ArrayList<Row<Refund>>();
        for (var change : changes) {
            change.after.attempts().stream()
                    .filter(a -> !change.before.attempts().contains(a))
                    .forEach(a -> attempts.add(new Row<>(change.key, a.provider(), a)));
            change.after.refunds().stream()
                    .filter(r -> !change.before.refunds().contains(r))
                    .forEach(r -> refunds.add(new Row<>(change.key, change.provider(r), r)));
        }
        if (!attempts.isEmpty()) {
            attempts(pipeline, attempts, now);
        }
        if (!refunds.isEmpty()) {
            refunds(pipeline, refunds, now);
        }
    }

    private record Row<T>(PaymentKey key, String provider, T value) {}

    private static void payments(Pipeline pipeline, List<PaymentChange> changes, Instant now, long version) {
        pipeline.update("""
                insert into payment (partition_id, kind, subject, account_id, currency, begun_at, version)
                select p, k, s, nullif(a, 0), c, ?::timestamptz, ?
                  from unnest(?::bigint[], ?::smallint[], ?::text[], ?::bigint[], ?::text[]) as r(p, k, s, a, c)
                on conflict (partition_id, kind, subject) do update set version = excluded.version
                """, changes.size(), slots -> {
            PaymentRows.keys(
                    after(slots, 2), changes.stream().map(PaymentChange::key).toList());
            slots.set(1, now.toString())
                    .set(2, version)
                    .set(
                            6,
                            changes.stream()
                                    .mapToLong(c -> c.accountId == null ? 0 : c.accountId)
                                    .toArray())
                    .texts(7, changes.stream().map(PaymentChange::currency).toArray());
        });
    }

    private static void attempts(Pipeline pipeline, List<Row<Attempt>> rows, Instant now) {
        pipeline.update("""
                insert into payment_attempt (partition_id, kind, subject, n, method, provider, amount, state, closing, checkout, url,
                                             reason, card, created_at, ended_at, due_at)
                select p, k, s, n, m, v, a, st, c, co, u, r, ca, t.now, case when due < 0 then t.now end,
                       case when due >= 0 then t.now + make_interval(secs => due) end
                  from (select ?::timestamptz as now) t,
                       unnest(?::bigint[], ?::smallint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                              ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
                         as r(p, k, s, n, m, v, a, st, c, co, u, r, ca, due)
                on conflict (partition_id, kind, subject, n) do update
                   set amount = excluded.amount, state = excluded.state, closing = excluded.closing,
                       checkout = excluded.checkout, url = excluded.url, reason = excluded.reason, card = excluded.card,
                       ended_at = excluded.ended_at, due_at = excluded.due_at, tries = 0, wanted = false, leased_until = null
                """, rows.size(), slots -> {
            var a = rows.stream().map(Row::value).toList();
            slots.set(1, now.toString());
            PaymentRows.keys(after(slots, 1), rows.stream().map(Row::key).toList());
            slots.set(5, a.stream().mapToInt(Attempt::n).toArray())
                    .texts(6, a.stream().map(Attempt::method).toArray())
                    .texts(7, a.stream().map(Attempt::provider).toArray())
                    .set(8, a.stream().mapToLong(Attempt::amount).toArray())
                    .texts(9, a.stream().map(x -> x.state().wire()).toArray())
                    .set(10, booleans(a))
                    .texts(11, a.stream().map(Attempt::checkout).toArray())
                    .texts(12, a.stream().map(Attempt::url).toArray())
                    .texts(13, a.stream().map(Attempt::reason).toArray())
                    .texts(14, a.stream().map(Attempt::card).toArray())
                    .set(15, a.stream().mapToInt(PaymentChange::dueSeconds).toArray());
        });
    }

    private static void refunds(Pipeline pipeline, List<Row<Refund>> rows, Instant now) {
        pipeline.update("""
                insert into payment_refund (partition_id, kind, subject, n, attempt, provider, amount, state, why, refusals,
                                            reason, asked_as, asked_at, done_at, due_at)
                select p, k, s, n, a, v, m, st, w, f, r, ka, t.now, case when st = 'done' then t.now end,
                       case when due >= 0 then t.now + make_interval(secs => due) end
                  from (select ?::timestamptz as now) t,
                       unnest(?::bigint[], ?::smallint[], ?::text[], ?::int[], ?::int[], ?::text[], ?::bigint[], ?::text[],
                              ?::text[], ?::int[], ?::text[], ?::text[], ?::int[])
                         as r(p, k, s, n, a, v, m, st, w, f, r, ka, due)
                on conflict (partition_id, kind, subject, n) do update
                   set state = excluded.state, refusals = excluded.refusals, reason = excluded.reason,
                       done_at = excluded.done_at, due_at = excluded.due_at, tries = 0
                """, rows.size(), slots -> {
            var r = rows.stream().map(Row::value).toList();
            slots.set(1, now.toString());
            PaymentRows.keys(after(slots, 1), rows.stream().map(Row::key).toList());
            slots.set(5, r.stream().mapToInt(Refund::n).toArray())
                    .set(6, r.stream().mapToInt(Refund::attempt).toArray())
                    .texts(7, rows.stream().map(Row::provider).toArray())
                    .set(8, r.stream().mapToLong(Refund::amount).toArray())
                    .texts(9, r.stream().map(x -> x.state().wire()).toArray())
                    .texts(10, r.stream().map(Refund::why).toArray())
                    .set(11, r.stream().mapToInt(Refund::refusals).toArray())
                    .texts(12, r.stream().map(Refund::reason).toArray())
                    .texts(13, r.stream().map(Refund::key).toArray())
                    .set(14, r.stream().mapToInt(PaymentChange::dueSeconds).toArray());
        });
    }

    /** When a process is to see to it; below 0: never. */
    private static int dueSeconds(Attempt attempt) {
        return switch (attempt.state()) {
            case CREATED -> 0;
            case PROCESSING -> attempt.closing() ? 0 : ASK_SECONDS;
            case SUCCEEDED, FAILED, EXPIRED, SURPLUS -> -1;
        };
    }

    private static int dueSeconds(Refund refund) {
        return switch (refund.state()) {
            case REQUESTED -> refund.attempt() == Refund.DESK ? -1 : refund.refusals() * REFUSED_SECONDS;
            case DONE, FAILED -> -1;
        };
    }

    private static Pipeline.Slots after(Pipeline.Slots slots, int first) {
        return new Pipeline.Slots(slots.statement(), slots.before() + first);
    }

    private static boolean[] booleans(List<Attempt> attempts) {
        var closing = new boolean[attempts.size()];
        for (var i = 0; i < closing.length; i++) {
            closing[i] = attempts.get(i).closing();
        }
        return closing;
    }
}
