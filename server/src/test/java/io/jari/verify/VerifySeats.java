package io.jari.verify;

import io.jari.seat.TestSale;

/** What breaks the rules of seats, holds and tickets, beginning with a sale as {@link TestSale} leaves it. */
final class VerifySeats {
    /** What was paid from the wallet of {@link TestSale#WALLET}, which must have as much. */
    static final String WALLET = "select test_post(%d, 'pay:%s-1', -30000, 210000, 'payment')"
            .formatted(TestSale.WALLET, TestSale.id("wall"));

    /** A rule and what breaks it. */
    static final String BREAKS = """
            seat-once         | alter table seat_claim drop constraint seat_claim_pkey; insert into seat_claim select date_id, seat, state, hold_id, version from seat_claim where hold_id like 'held%'
            seat-once         | alter table seat_claim drop constraint seat_claim_pkey; insert into seat_claim select date_id, 14, 'sold', 'sold', version from seat_claim where hold_id like 'wall%'
            seat-exists       | insert into seat_claim values (1, 20, 'blocked', null, 1)
            seat-exists       | delete from seat where date_id = 1 and seat = 1
            seat-category     | delete from seat_category where date_id = 2 and category = 1
            seat-category     | update seat set category = 7 where date_id = 1 and seat = 9
            seat-published    | update seat_claim set state = 'held' where hold_id like 'sold%'
            seat-published    | delete from seat_claim where hold_id like 'held%'
            seat-published    | insert into seat_claim values (1, 17, 'blocked', null, 1)
            seat-published    | update outbox set rows = '{18,0}' where kind = 2 and partition_id = 1 and rows = '{18,3,19,3}'
            seat-published    | update outbox set rows = '{}' where kind = 2 and partition_id = 1 and rows = '{19,0}'
            claim-held        | update seat_claim set hold_id = 'nobody' where hold_id like 'held%'
            claim-held        | update seat_hold set status = 'released' where hold_id like 'held%'
            claim-held        | update seat_hold set seats = '{14}' where hold_id like 'held%'
            claim-held        | alter table seat_claim drop constraint seat_claim_pkey; insert into seat_claim select date_id, 14, 'sold', 'late', version from seat_claim where hold_id like 'wall%'
            hold-claimed      | update seat_claim set state = 'sold' where hold_id like 'held%'
            hold-claimed      | delete from seat_claim where hold_id like 'sold%' and seat = 2
            hold-claimed      | update seat_hold set status = 'sold' where hold_id like 'gone%'
            hold-claimed      | update seat_claim set seat = 16 where seat = 14
            person-limit      | update seat_hold set account_id = 21 where hold_id like 'held%'
            person-limit      | update concert_date set most_ever = 2
            person-limit      | delete from concert_date where date_id = 1
            date-seats        | delete from seat where date_id = 2 and seat = 19
            date-seats        | delete from seat where date_id = 2
            date-seats        | update seat set seat = 99 where date_id = 2 and seat = 9
            date-seats        | update concert_date set seats = 21
            date-most         | update concert_date set most_seats = 5
            hold-total        | update seat_hold set total = total + 1 where hold_id like 'sold%'
            hold-total        | update seat_hold set prices = '{100000}' where hold_id like 'late%'
            hold-seats        | update seat_hold set seats = '{4,4}' where hold_id like 'late%'
            hold-seats        | update seat_hold set seats = '{3,20}' where hold_id like 'over%'
            hold-seats        | update seat_hold set seats = '{}', prices = '{}' where hold_id like 'gone%'
            sold-paid         | update payment_attempt set state = 'failed' where subject like 'sold%'
            sold-paid         | update payment_attempt set amount = amount - 1 where subject like 'wall-%'
            sold-paid         | drop index payment_attempt_one; insert into payment_attempt select partition_id, kind, subject, 2, method, provider, amount, state, closing, null, null, null, null, created_at, ended_at from payment_attempt where subject like 'late%'
            sold-paid         | insert into payment_refund select partition_id, kind, 'late------------------------', 1, 1, provider, 1, state, why, 0, null, asked_at, done_at from payment_refund where subject like 'back%'
            sold-paid         | update seat_hold set status = 'sold' where hold_id like 'held%'
            hold-kept         | delete from payment_refund where subject like 'back%'
            hold-kept         | update payment_refund set amount = amount - 1 where subject like 'void%'
            hold-kept         | update payment_attempt set state = 'succeeded' where subject like 'over%'
            hold-kept         | update seat_hold set status = 'expired' where hold_id like 'sold%'
            hold-kept         | update seat_hold set status = 'refunded' where hold_id like 'gone%'
            hold-ends-once    | delete from journal where subject like 'sold%' and action = 'hold.sold'
            hold-ends-once    | delete from journal where subject like 'held%' and action = 'hold.made'
            hold-ends-once    | insert into journal select partition_id, kind, version, 99, at, actor, action, subject from journal where subject like 'gone%' and action = 'hold.released'
            hold-ends-once    | update journal set action = 'hold.expired' where subject like 'gone%' and action = 'hold.released'
            hold-ends-once    | insert into journal select partition_id, kind, version, 99, at, actor, 'hold.expired', subject from journal where subject like 'sold%' and action = 'hold.sold'
            hold-ends-once    | update seat_hold set status = 'expired' where hold_id like 'held%'
            hold-ends-once    | update journal set version = version - 1000000 where subject like 'late%' and action = 'hold.sold'
            hold-ends-once    | update journal set version = version - 1000000 where subject like 'back%' and action = 'hold.refunded'
            hold-ends-once    | update journal set version = version + 1000000 where subject like 'gone%' and action = 'hold.made'
            hold-over         | update seat_hold set expires_at = jari_now() - interval '3 minutes' where hold_id like 'held%'
            date-cleared      | update seat_hold set status = 'sold' where hold_id like 'void%'
            date-cleared      | update seat_hold set status = 'held' where hold_id like 'wish%'
            hold-request-kept | update seat_hold set request_hash = '' where hold_id like 'held%'
            hold-id-form      | update seat_hold set hold_id = 'short' where hold_id like 'held%'
            hold-id-unique    | update seat_hold set hold_id = 'sold------------------------' where hold_id like 'void%'
            hold-made-told    | update seat_hold set created_version = created_version + 1000 where hold_id like 'held%'
            hold-made-told    | update journal set subject = 'another' where subject like 'held%'
            hold-change-told  | update seat_hold set version = version + 1000 where hold_id like 'sold%'
            ticket-once       | alter table ticket_use drop constraint ticket_use_pkey; insert into ticket_use select date_id, hold_id, seat, used_at, gate, actor from ticket_use
            ticket-sold       | update ticket_use set seat = 4
            ticket-sold       | update ticket_use set hold_id = 'nobody'
            ticket-sold       | update ticket_use set hold_id = 'back------------------------', seat = 3 where date_id = 1
            ticket-sold       | update seat_hold set status = 'released' where hold_id like 'void%'
            ticket-told       | delete from journal where action = 'ticket.used'
            ticket-told       | update ticket_use set seat = 2
            payment-subject   | delete from seat_hold where hold_id like 'sold%'
            attempt-told      | delete from journal where subject like 'sold%' and action = 'payment.captured'
            refund-told       | delete from journal where subject like 'back%' and action = 'refund.done'
            surplus-back      | delete from payment_refund where subject like 'over%'
            refund-source     | update payment_refund set attempt = 0, provider = 'desk' where subject like 'back%'
            one-capture       | drop index payment_attempt_one; insert into payment_attempt select partition_id, kind, subject, 2, method, provider, amount, state, closing, null, null, null, null, created_at, ended_at from payment_attempt where subject like 'sold%'
            wallet-paid       | alter table posting disable trigger all; delete from posting where transfer_id like 'pay:wall-%'
            wallet-paid       | update payment_attempt set state = 'failed' where subject like 'wall-%'
            """;

    private VerifySeats() {}
}
