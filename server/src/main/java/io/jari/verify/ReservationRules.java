package io.jari.verify;

import java.util.List;

/** What must hold for reservations: their money, their ids, their journal, their end (I5, I8, I11), and rooms given at the desk. */
final class ReservationRules {
    private static final String NAMED = "format('hotel %s, reservation %s: ', hotel_id, reservation_id)";

    private static final String MONEY = NAMED
            + " || format('%s, to keep %s; captured %s, at the desk %s, given back %s', status, to_keep, captured, paid_at_desk, given_back)";

    private static final String RESERVATIONS = """
            select r.*,
                   array_length(nightly_prices, 1) as prices,
                   (select sum(p) from unnest(nightly_prices) p) as one_room,
                   coalesce(paid.amount, 0) as paid_at_desk,
                   coalesce(taken.amount, 0) as captured,
                   coalesce(back.amount, 0) as given_back,
                   coalesce(paid.amount, 0) + coalesce(taken.amount, 0) - coalesce(back.amount, 0) as kept,
                   coalesce(back.goodwill, 0) as goodwill,
                   case when status <> 'paid' then coalesce(fee_charged, 0)
                        when stay = 'checked_out' then total + coalesce(fee_charged, 0)
                        else total end as to_keep,
                   coalesce(a.rooms, 0) as assigned,
                   created.subject is not null as created_told,
                   changed.subject is not null as change_told
              from reservation r
              left join (select hotel_id, reservation_id, sum(amount) as amount from desk_payment
                          where hotel_id between :low and :high group by 1, 2) paid using (hotel_id, reservation_id)
              left join (select partition_id as hotel_id, subject as reservation_id, sum(amount) as amount from payment_attempt
                          where kind = 1 and state = 'succeeded' and partition_id between :low and :high
                          group by 1, 2) taken using (hotel_id, reservation_id)
              left join (select r.partition_id as hotel_id, r.subject as reservation_id, sum(r.amount) as amount,
                                sum(r.amount) filter (where r.asked_as is not null) as goodwill
                           from payment_refund r
                           left join (select * from payment_attempt where partition_id between :low and :high) a
                             on a.partition_id = r.partition_id and a.kind = r.kind and a.subject = r.subject and a.n = r.attempt
                          where r.kind = 1 and r.partition_id between :low and :high and a.state is distinct from 'surplus'
                          group by 1, 2) back using (hotel_id, reservation_id)
              left join (select hotel_id, reservation_id, count(distinct n) as rooms from room_assignment
                          where hotel_id between :low and :high group by 1, 2) a using (hotel_id, reservation_id)
              left join (select distinct partition_id, version, subject from journal
                          where kind = 1 and partition_id between :low and :high
                            and action = 'reservation.created') created
                on created.partition_id = r.hotel_id and created.version = r.created_version
               and created.subject = r.reservation_id
              left join (select distinct partition_id, version, subject from journal
                          where kind = 1 and partition_id between :low and :high) changed
                on changed.partition_id = r.hotel_id and changed.version = r.version
               and changed.subject = r.reservation_id
             where r.hotel_id between :low and :high
            """;

    static final Sweep RESERVATIONS_SWEEP = new Sweep(
            "reservations",
            RESERVATIONS,
            false,
            List.of(
                    Rule.of(
                            "reservation-total",
                            "A reservation's total is its nightly prices, one for each night, times its rooms.",
                            "prices is distinct from end_date - start_date or total is distinct from one_room * rooms",
                            NAMED
                                    + " || format('%s prices for %s nights, %s × %s rooms, total %s', prices, end_date - start_date, one_room, rooms, total)"),
                    Rule.of(
                            "fee",
                            "What canceling costs, and what was kept, is never more than the total; nights given back early are not in it.",
                            """
                            cancel_fee not between 0 and total or coalesce(fee_charged, 0) < 0
                            or stay <> 'checked_out' and coalesce(fee_charged, 0) > total
                            """,
                            NAMED + " || format('fee %s, kept %s, total %s', cancel_fee, fee_charged, total)"),
                    Rule.of(
                            "paid",
                            "For a paid reservation its total was taken, and what was kept for nights given back early: by card, wallet or desk.",
                            "status = 'paid' and kept not between to_keep - goodwill and to_keep",
                            MONEY),
                    Rule.of(
                            "kept",
                            "Of what was taken for any other reservation the fee charged is kept, and nothing more.",
                            "status <> 'paid' and kept not between to_keep - goodwill and to_keep",
                            MONEY),
                    Rule.of(
                            "pending-ends",
                            "No reservation still waits for its payment five minutes after its time.",
                            "status = 'pending' and expires_at < timestamptz ':now' - interval '5 minutes'",
                            NAMED + " || format('pending since its end at %s', expires_at)"),
                    Rule.of(
                            "request-kept",
                            "Each reservation keeps the hash of the request that made it, so that a repeat is known.",
                            "coalesce(octet_length(request_hash), 0) < 16",
                            NAMED + " || format('%s bytes of hash', octet_length(request_hash))"),
                    Rule.of(
                            "id-form",
                            "A reservation's id has 28 characters A-Z, a-z, 0-9, _ and -.",
                            "reservation_id !~ '^[A-Za-z0-9_-]{28}$'",
                            NAMED + " || 'not of that form'"),
                    Rule.of(
                            "creation-told",
                            "The journal tells of each reservation's creation, at the version it carries.",
                            "not created_told",
                            NAMED + " || format('nothing at version %s', created_version)"),
                    Rule.of(
                            "change-told",
                            "The journal tells of each reservation's last change, at the version it carries.",
                            "not change_told",
                            NAMED + " || format('%s, nothing at version %s', status, version)"),
                    Rule.of(
                            "checked-in-rooms",
                            "Whoever is checked in has as many rooms as were reserved.",
                            "stay = 'checked_in' and assigned <> rooms",
                            NAMED + " || format('%s rooms reserved, %s given', rooms, assigned)")));

    static final Sweep IDS = new Sweep(
            "reservation ids",
            "select reservation_id, count(*) as times from reservation group by 1",
            true,
            List.of(Rule.of(
                    "id-unique",
                    "No two hotels have a reservation of the same id.",
                    "times > 1",
                    "format('reservation %s: at %s hotels', reservation_id, times)")));

    static final Sweep ASSIGNMENTS = new Sweep(
            "rooms given to guests",
            """
            select a.*, room.room_id is not null as room_known, r.reservation_id is not null as reservation_known,
                   max(a.end_date) over (partition by a.hotel_id, a.room_id order by a.start_date, a.end_date
                                         rows between unbounded preceding and 1 preceding) as taken_until
              from room_assignment a
              left join (select hotel_id, room_id from room where hotel_id between :low and :high) room
                on room.hotel_id = a.hotel_id and room.room_id = a.room_id
              left join (select hotel_id, reservation_id from reservation where hotel_id between :low and :high) r
                on r.hotel_id = a.hotel_id and r.reservation_id = a.reservation_id
             where a.hotel_id between :low and :high
            """,
            false,
            List.of(
                    Rule.of(
                            "one-guest-a-room",
                            "No room is given to two stays for the same night.",
                            "taken_until > start_date",
                            "format('hotel %s, room %s: taken until %s, given to %s from %s', hotel_id, room_id, taken_until, reservation_id, start_date)"),
                    Rule.of(
                            "room-exists",
                            "A room that a guest is in exists, and each room given was given for a reservation.",
                            "not reservation_known or checked_out_at is null and not room_known",
                            "format('hotel %s, room %s, reservation %s', hotel_id, room_id, reservation_id)")));

    private ReservationRules() {}
}
