package io.jari.verify;

/**
 * Payments as they should be: a stay paid by the second card, with a capture in vain that went back; one paid from a wallet, with something
 * given back out of goodwill; a wallet charged by card; the provider's log of it all, with one line that a person settled.
 */
final class VerifyPayments {
    static final String PAYMENTS = """
            create function test_tell(k integer, part bigint, subj text, told text[]) returns void language plpgsql as $$
            declare
                v bigint := nextval('partition_version');
                moment timestamptz := date_trunc('milliseconds', jari_now());
            begin
                insert into journal (partition_id, kind, version, n, at, actor, action, subject, body)
                select part, k, v, i - 1, moment, 'system', split_part(t, ' ', 1), subj, jsonb_build_object('n', split_part(t, ' ', 2)::int)
                  from unnest(told) with ordinality u(t, i);
                insert into outbox values (part, k, v, moment, cardinality(told));
                insert into partition_head values (part, k, v) on conflict (id, kind) do update set version = excluded.version;
            end $$;

            select test_book(1, 'cardcardcardcardcardcardcard', 2, 7, 1, 1, 'paid', 'booked', true);
            select test_book(2, 'wallwallwallwallwallwallwall', 1, 7, 1, 1, 'paid', 'booked', true);
            delete from desk_payment where reservation_id ~ '^(card|wall)';
            insert into wallet_charge values (9, 'chargecharge', 300000, 'KRW', true, jari_now(), 1);
            insert into payment
            select hotel_id, 1, reservation_id, 9, 'KRW', jari_now(), 1 from reservation where reservation_id ~ '^(card|wall)'
             union all select 9, 3, 'chargecharge', 9, 'KRW', jari_now(), 1;

            insert into payment_attempt (partition_id, kind, subject, n, method, provider, amount, state, closing, created_at, ended_at)
            select p.partition_id, p.kind, p.subject, a.n, a.method, a.provider, a.amount, a.state, false, jari_now(),
                   jari_now() - interval '10 minutes'
              from payment p
              join (values ('card', 1, 'card', 'alpha', 100000, 'failed'), ('card', 2, 'card', 'alpha', 100000, 'succeeded'),
                           ('card', 3, 'card', 'alpha', 100000, 'surplus'), ('wall', 1, 'wallet', 'wallet', 100000, 'succeeded'),
                           ('char', 1, 'card', 'alpha', 300000, 'succeeded')) a (whose, n, method, provider, amount, state)
                on left(p.subject, 4) = a.whose;
            insert into payment_refund (partition_id, kind, subject, n, attempt, provider, amount, state, why, refusals, asked_as, asked_at, done_at)
            select p.partition_id, p.kind, p.subject, 1, r.attempt, r.provider, r.amount, 'done', r.why, 0, case r.why when 'noise' then 'asked' end, jari_now(),
                   jari_now() - interval '5 minutes'
              from payment p
              join (values ('card', 3, 'alpha', 100000, 'surplus'), ('wall', 1, 'wallet', 40000, 'noise')) r (whose, attempt, provider, amount, why)
                on left(p.subject, 4) = r.whose;
            select test_tell(1, 1, 'cardcardcardcardcardcardcard',
                '{payment.begun 1,payment.failed 1,payment.begun 2,payment.captured 2,payment.begun 3,payment.surplus 3,refund.requested 1,refund.done 1}');
            select test_tell(1, 2, 'wallwallwallwallwallwallwall', '{payment.begun 1,payment.captured 1,refund.requested 1,refund.done 1}');
            select test_tell(3, 9, 'chargecharge', '{payment.begun 1,payment.captured 1}');
            select test_post(9, 'charge:chargecharge', 300000, 300000, 'charge');
            select test_post(9, 'pay:wallwallwallwallwallwallwall-1', -100000, 200000, 'payment');
            select test_post(9, 'back:wallwallwallwallwallwallwall-r1', 40000, 240000, 'refund');

            insert into provider_entry values
                ('alpha', 1, 'capture', 'cardcardcardcardcardcardcard-2', 'co_2', 100000, 'KRW', jari_now()),
                ('alpha', 2, 'capture', 'cardcardcardcardcardcardcard-3', 'co_3', 100000, 'KRW', jari_now()),
                ('alpha', 3, 'refund', 'cardcardcardcardcardcardcard-r1.2', 'co_3', 100000, 'KRW', jari_now()),
                ('alpha', 4, 'capture', 'chargecharge-1', 'co_4', 300000, 'KRW', jari_now()),
                ('alpha', 5, 'capture', 'nobody-1', 'co_5', 1, 'KRW', jari_now());
            insert into provider_log values ('alpha', 5, 5, jari_now(), jari_now(), jari_now());
            insert into payment_difference (provider, reference, what, subject, state, ours, theirs, first_seen_at)
            values ('alpha', 'nobody-1', 'capture_unknown', 'nobody-1', 'settled', 'nothing', 'line 5', jari_now());
            """;

    /** A rule and what breaks it. */
    static final String BREAKS = """
            paid              | update payment_attempt set amount = amount - 1 where subject like 'card%' and n = 2
            paid              | update payment_refund set amount = amount + 1, asked_as = null where subject like 'wall%'
            kept              | update reservation set status = 'refunded', fee_charged = 0 where reservation_id like 'card%'
            kept              | update reservation set status = 'refunded', fee_charged = 100001 where reservation_id like 'card%'
            one-capture       | drop index payment_attempt_one; update payment_attempt set state = 'succeeded' where subject like 'card%' and n = 1
            payment-subject   | delete from payment where subject like 'card%'
            payment-subject   | update payment_attempt set n = 7 where subject like 'card%' and n = 3
            payment-subject   | delete from wallet_charge
            payment-subject   | update payment set subject = 'nothing' where subject like 'card%'
            surplus-back      | delete from payment_refund where subject like 'card%'
            refund-bounds     | update payment_refund set amount = amount + 1 where subject like 'card%'
            refund-bounds     | update payment_refund set attempt = 1 where subject like 'card%'
            attempt-ends      | update payment_attempt set state = 'processing' where subject like 'wall%'
            attempt-ends      | update payment_attempt set state = 'processing', due_at = jari_now(), created_at = jari_now() - interval '3 hours' where subject like 'wall%'
            attempt-told      | delete from journal where subject like 'card%' and action = 'payment.captured'
            attempt-told      | update journal set action = 'payment.begun' where subject like 'card%' and action = 'payment.failed'
            attempt-told      | update journal set body = '{"n": 2}' where subject like 'card%' and action = 'payment.surplus'
            refund-source     | update payment_refund set provider = 'beta' where subject like 'card%'
            refund-source     | update payment_refund set attempt = 9 where subject like 'card%'
            refund-source     | update payment_refund set attempt = 0 where subject like 'card%'
            refund-ends       | update payment_refund set state = 'requested' where subject like 'card%'
            refund-ends       | update payment_refund set state = 'requested', due_at = jari_now(), asked_at = jari_now() - interval '7 hours' where subject like 'card%'
            refund-told       | delete from journal where subject like 'card%' and action = 'refund.done'
            refund-told       | delete from journal where subject like 'card%' and action = 'refund.requested'
            refund-told       | update payment_refund set state = 'failed' where subject like 'card%'
            charge-paid       | update wallet_charge set paid = false
            charge-paid       | update wallet_charge set amount = amount + 1
            charge-paid       | update payment_attempt set state = 'failed' where subject like 'charge%'
            charge-paid       | alter table posting disable trigger all; delete from posting where transfer_id like 'charge:%'
            wallet-paid       | alter table posting disable trigger all; update posting set amount = amount - 1 where transfer_id like 'pay:%' and n = 1
            wallet-paid       | alter table posting disable trigger all; delete from posting where transfer_id like 'pay:%'
            wallet-paid       | delete from payment_attempt where method = 'wallet'
            wallet-paid       | update payment_attempt set state = 'failed' where method = 'wallet'
            wallet-refused    | insert into wallet_refusal values (9, 'pay:wallwallwallwallwallwallwall-1', 100000, 0, 1, 'KRW')
            wallet-back       | update payment_refund set state = 'failed' where provider = 'wallet'
            wallet-back       | update payment_refund set reason = 'in cash' where provider = 'wallet'
            wallet-back       | alter table posting disable trigger all; delete from posting where transfer_id like 'back:%'
            log-capture-known | delete from payment_attempt where subject like 'card%' and n = 3
            log-capture-known | update provider_entry set amount = amount + 1 where line = 1
            log-capture-known | update payment_attempt set state = 'expired' where subject like 'card%' and n = 2
            log-capture-known | delete from payment_difference
            log-capture-once  | insert into provider_entry select provider, 99, kind, reference, checkout, amount, currency, at from provider_entry where line = 1
            log-capture-there | delete from provider_entry where line = 4
            log-refund-known  | delete from payment_refund where subject like 'card%'
            log-refund-known  | update payment_refund set reason = 'in cash' where subject like 'card%'
            log-refund-known  | update provider_entry set currency = 'USD' where line = 3
            log-refund-once   | insert into provider_entry values ('alpha', 99, 'refund', 'cardcardcardcardcardcardcard-r1', 'co_3', 100000, 'KRW', jari_now())
            log-refund-there  | delete from provider_entry where line = 3
            differences-settled | update payment_difference set state = 'open'
            log-read          | update provider_log set read_at = null
            log-read          | update provider_log set compared_at = compared_at - interval '2 hours'
            """;

    private VerifyPayments() {}
}
