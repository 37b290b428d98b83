package io.jari.verify;

import io.jari.core.payment.Refund;
import java.util.List;

/** What must hold for payments: one capture for a subject (I4), an end for each attempt, refunds within what was captured, the journal (I11). */
final class PaymentRules {
    private static final String PLACE = "(array['hotel', 'date', 'account', 'queue'])[kind], partition_id, subject";

    private static final String PAYMENTS = """
            select coalesce(p.partition_id, a.partition_id) as partition_id, coalesce(p.kind, a.kind) as kind,
                   coalesce(p.subject, a.subject) as subject, p.subject is not null as payment_known,
                   coalesce(a.live, 0) as live, coalesce(a.attempts, 0) as attempts, coalesce(a.last, 0) as last,
                   case coalesce(p.kind, a.kind) when 1 then r.reservation_id is not null when 2 then h.hold_id is not null
                                                 when 3 then c.charge_id is not null
                                                 else false end as subject_known
              from (select * from payment where partition_id between :low and :high) p
              full join (select partition_id, kind, subject, count(*) as attempts, max(n) as last,
                                count(*) filter (where state in ('created', 'processing', 'succeeded')) as live
                           from payment_attempt where partition_id between :low and :high group by 1, 2, 3) a
                on a.partition_id = p.partition_id and a.kind = p.kind and a.subject = p.subject
              left join (select hotel_id, reservation_id from reservation where hotel_id between :low and :high) r
                on r.hotel_id = coalesce(p.partition_id, a.partition_id) and r.reservation_id = coalesce(p.subject, a.subject)
              left join (select date_id, hold_id from seat_hold where date_id between :low and :high) h
                on h.date_id = coalesce(p.partition_id, a.partition_id) and h.hold_id = coalesce(p.subject, a.subject)
              left join (select account_id, charge_id from wallet_charge where account_id between :low and :high) c
                on c.account_id = coalesce(p.partition_id, a.partition_id) and c.charge_id = coalesce(p.subject, a.subject)
            """;

    static final Sweep PAYMENTS_SWEEP = new Sweep(
            "payments",
            PAYMENTS,
            false,
            List.of(
                    Rule.of(
                            "one-capture",
                            "Nothing is paid for twice: of its attempts at most one is open or has captured for it.",
                            "live > 1",
                            "format('%s %s, payment %s: ', " + PLACE
                                    + ") || format('%s attempts open or captured', live)"),
                    Rule.of(
                            "payment-subject",
                            "Each payment is of a reservation, a hold of seats or a charge that exists, and its attempts are numbered from 1 without a gap.",
                            "not subject_known or not payment_known or last <> attempts",
                            "format('%s %s, payment %s: ', " + PLACE
                                    + ") || format('%s attempts, the last is %s', attempts, last)")));

    /** What the journal says of attempts and refunds, by their number. */
    private static final String TOLD = """
            (select partition_id, kind, subject, (body ->> 'n')::int as n, %s
               from journal
              where kind in (1, 2, 3) and partition_id between :low and :high and action like '%s' and jsonb_exists(body, 'n')
              group by 1, 2, 3, 4)\
            """;

    private static final String ATTEMPT_TOLD = TOLD.formatted("""
            count(*) filter (where action = 'payment.begun') as begun,
            count(*) filter (where action = 'payment.captured') as captured,
            count(*) filter (where action = 'payment.surplus') as surplus,
            count(*) filter (where action = 'payment.failed') as failed,
            count(*) filter (where action = 'payment.expired') as expired""", "payment.%");

    private static final String ATTEMPTS = """
            select a.*, coalesce(r.back, 0) as back,
                   coalesce(t.begun, 0) as begun,
                   coalesce(case a.state when 'succeeded' then t.captured when 'surplus' then t.surplus when 'failed' then t.failed
                                         when 'expired' then t.expired else 1 end, 0) as end_told
              from (select * from payment_attempt where partition_id between :low and :high) a
              left join (select partition_id, kind, subject, attempt as n, sum(amount) as back from payment_refund
                          where partition_id between :low and :high group by 1, 2, 3, 4) r
                using (partition_id, kind, subject, n)
              left join %s t using (partition_id, kind, subject, n)
            """.formatted(ATTEMPT_TOLD);

    private static final String ATTEMPT = "format('%s %s, attempt %s-%s at %s: ', " + PLACE + ", n, provider)";

    static final Sweep ATTEMPTS_SWEEP = new Sweep(
            "attempts to pay",
            ATTEMPTS,
            false,
            List.of(
                    Rule.of(
                            "surplus-back",
                            "What was captured in vain is given back whole.",
                            "state = 'surplus' and back <> amount",
                            ATTEMPT + " || format('captured %s, given back %s', amount, back)"),
                    Rule.of(
                            "refund-bounds",
                            "No more goes back than was captured, and nothing of what was not.",
                            "back > case when state in ('succeeded', 'surplus') then amount else 0 end",
                            ATTEMPT + " || format('%s, amount %s, given back %s', state, amount, back)"),
                    Rule.of(
                            "attempt-ends",
                            "No attempt is open for longer than two hours, and somebody is to see to each that is.",
                            """
                            state in ('created', 'processing')
                            and (due_at is null or created_at < timestamptz ':now' - interval '2 hours')
                            """,
                            ATTEMPT + " || format('%s since %s, due at %s', state, created_at, due_at)"),
                    Rule.of(
                            "attempt-told",
                            "The journal tells once of each attempt's beginning, and once of how it ended.",
                            "begun <> 1 or end_told <> 1",
                            ATTEMPT
                                    + " || format('%s; its beginning told %s times, its end %s', state, begun, end_told)")));

    private static final String REFUND_TOLD = TOLD.formatted("""
            count(*) filter (where action = 'refund.requested') as requested,
            count(*) filter (where action in ('refund.done', 'refund.settled')) as done""", "refund.%");

    private static final String REFUNDS = """
            select r.*, coalesce(t.requested, 0) as requested_told, coalesce(t.done, 0) as done_told,
                   a.n is not null as attempt_known, a.provider as captured_by
              from (select * from payment_refund where partition_id between :low and :high) r
              left join (select partition_id, kind, subject, n, provider from payment_attempt
                          where partition_id between :low and :high) a
                on a.partition_id = r.partition_id and a.kind = r.kind and a.subject = r.subject and a.n = r.attempt
              left join %s t
                on t.partition_id = r.partition_id and t.kind = r.kind and t.subject = r.subject and t.n = r.n
            """.formatted(REFUND_TOLD);

    private static final String REFUND = "format('%s %s, refund %s-r%s: ', " + PLACE + ", n)";

    static final Sweep REFUNDS_SWEEP = new Sweep(
            "refunds",
            REFUNDS,
            false,
            List.of(
                    Rule.of(
                            "refund-source",
                            "Each refund goes back the way the money came: by the provider that captured it, or over the desk.",
                            "case when attempt = 0 then provider <> 'desk' or kind <> 1 else captured_by is distinct from provider end",
                            REFUND + " || format('of attempt %s, by %s', attempt, provider)"),
                    Rule.of(
                            "refund-ends",
                            "No refund is under way for longer than six hours, unless a person asked again, and somebody is to see to each that is.",
                            """
                            state = 'requested' and attempt > 0
                            and (due_at is null or refusals <= %d and asked_at < timestamptz ':now' - interval '6 hours')
                            """.formatted(Refund.MOST_REFUSALS),
                            REFUND + " || format('asked for at %s, due at %s', asked_at, due_at)"),
                    Rule.of(
                            "refund-told",
                            "The journal tells of each refund, and once that the money moved.",
                            "requested_told < 1 or done_told <> case state when 'done' then 1 else 0 end",
                            REFUND
                                    + " || format('%s; told %s times that it was asked for, %s that it was done', state, requested_told, done_told)")));

    private PaymentRules() {}
}
