package io.jari.verify;

import java.util.List;

/** What must hold for holds of seats: their money, their end, once (I5, I6), their ids, what the journal tells of them (I8, I11). */
final class HoldRules {
    private static final String NAMED = "format('date %s, hold %s: ', date_id, hold_id)";

    private static final String MONEY = NAMED
            + " || format('%s, total %s; captured %s in %s, given back %s', status, total, captured, captures, given_back)";

    /**
     * What the journal tells of each hold. Versions of a textbook strategy are taken before rows are locked, so there the order means
     * nothing.
     */
    private static final String STORIES = """
            select date_id, hold_id,
                   count(*) filter (where action = 'hold.made') as made,
                   count(*) filter (where action = 'hold.expired') as expired,
                   count(*) filter (where action = 'hold.released') as released,
                   count(*) filter (where action = 'hold.sold') as sold,
                   count(*) filter (where action = 'hold.refunded') as refunded,
                   coalesce(max(place) filter (where action = 'hold.made')
                            < min(place) filter (where action in ('hold.expired', 'hold.released', 'hold.sold')), true)
                   and coalesce(max(place) filter (where action = 'hold.expired')
                                < min(place) filter (where action = 'hold.sold'), true)
                   and coalesce(max(place) filter (where action = 'hold.sold')
                                < min(place) filter (where action = 'hold.refunded'), true) as ordered,
                   bool_or(action = 'hold.made' and version = created_version) as made_told,
                   bool_or(version = last_version) as change_told
              from (select date_id, hold_id, created_version, version as last_version
                      from seat_hold where date_id between :low and :high) h
              join (select partition_id, subject, action, version, version * 65536 + n as place
                      from journal where kind = 2 and partition_id between :low and :high) j
                on j.partition_id = h.date_id and j.subject = h.hold_id
             group by 1, 2
            """;

    /** When somebody was there last: while nobody is, nothing ends. */
    private static final String SEEN = """
            least(timestamptz ':now', (select note::timestamptz from job where name = 'heartbeat'))\
            """;

    private static final String HOLDS = """
            select h.*, d.seats as date_seats, d.cleared_at, %s as seen,
                   cardinality(h.seats) as seats_held, cardinality(h.prices) as prices_held,
                   (select sum(p) from unnest(h.prices) p) as priced,
                   (select count(distinct s) from unnest(h.seats) s where s between 0 and d.seats - 1) as seats_known,
                   coalesce(taken.amount, 0) as captured, coalesce(taken.times, 0) as captures,
                   coalesce(back.amount, 0) as given_back, coalesce(back.goodwill, 0) as goodwill,
                   coalesce(taken.amount, 0) - coalesce(back.amount, 0) as kept,
                   coalesce(j.made, 0) as made, coalesce(j.expired, 0) as expired, coalesce(j.released, 0) as released,
                   coalesce(j.sold, 0) as sold, coalesce(j.refunded, 0) as refunded, j.ordered, f.in_order,
                   coalesce(j.made_told, false) as made_told, coalesce(j.change_told, false) as change_told
              from (select * from seat_hold where date_id between :low and :high) h
              left join (select date_id, seats, cleared_at from concert_date
                          where date_id between :low and :high) d using (date_id)
              left join (select partition_id, subject, sum(amount) as amount, count(*) as times from payment_attempt
                          where kind = 2 and state = 'succeeded' and partition_id between :low and :high group by 1, 2) taken
                on taken.partition_id = h.date_id and taken.subject = h.hold_id
              left join (select r.partition_id, r.subject, sum(r.amount) as amount,
                                sum(r.amount) filter (where r.asked_as is not null) as goodwill
                           from payment_refund r
                           left join (select * from payment_attempt where kind = 2 and partition_id between :low and :high) a
                             on a.partition_id = r.partition_id and a.subject = r.subject and a.n = r.attempt
                          where r.kind = 2 and r.partition_id between :low and :high and a.state is distinct from 'surplus'
                          group by 1, 2) back
                on back.partition_id = h.date_id and back.subject = h.hold_id
              left join (%s) j using (date_id, hold_id)
              left join (%s) f using (date_id)
            """.formatted(SEEN, STORIES, SeatRules.FOLLOWED);

    static final Sweep HOLDS_SWEEP = new Sweep(
            "holds of seats",
            HOLDS,
            false,
            List.of(
                    Rule.of(
                            "hold-total",
                            "A hold's total is its prices, one for each seat.",
                            "prices_held <> seats_held or total is distinct from priced",
                            NAMED
                                    + " || format('%s prices for %s seats, together %s, total %s', prices_held, seats_held, priced, total)"),
                    Rule.of(
                            "hold-seats",
                            "A hold is of one or more seats of its date, each named once.",
                            "seats_held = 0 or seats_known <> seats_held",
                            NAMED + " || format('seats %s of a date with %s', seats, coalesce(date_seats, 0))"),
                    Rule.of(
                            "sold-paid",
                            "For each hold that is sold its total was captured once, by card or wallet; only goodwill went back.",
                            "status = 'sold' and (captures <> 1 or captured <> total or kept < total - goodwill)",
                            MONEY),
                    Rule.of(
                            "hold-kept",
                            "For a hold that was given back its total was captured, and all of it went back; for any other that is not sold nothing was kept.",
                            """
                            status <> 'sold' and (kept <> 0 or captured <> case status when 'refunded' then total else 0 end)
                            """,
                            MONEY),
                    Rule.of(
                            "hold-ends-once",
                            "The journal tells of each hold once that it was made and once how it ended, as it stands: released, expired or sold; one that expired may still be sold by late money, one that was sold may be given back.",
                            """
                            made <> 1 or in_order and not ordered
                            or released <> case status when 'released' then 1 else 0 end
                            or sold <> case when status in ('sold', 'refunded') then 1 else 0 end
                            or refunded <> case status when 'refunded' then 1 else 0 end
                            or case when status = 'expired' then expired <> 1
                                    when status in ('sold', 'refunded') then expired > 1 else expired > 0 end
                            """,
                            NAMED + """
                                     || format('%s; told that it was made %s times, expired %s, released %s, sold %s, given back %s',
                                               status, made, expired, released, sold, refunded)
                                     || case when ordered then '' else ', in another order' end
                                    """),
                    Rule.of(
                            "hold-over",
                            "No hold is still held two minutes after its time, as far as a server was there to end it.",
                            "status = 'held' and expires_at < seen - interval '2 minutes'",
                            NAMED + " || format('held until %s, a server was there at %s', expires_at, seen)"),
                    Rule.of(
                            "date-cleared",
                            "Once a canceled date is cleared, nothing of it is held or sold.",
                            "cleared_at is not null and status in ('held', 'sold')",
                            NAMED + " || format('%s, its date cleared at %s', status, cleared_at)"),
                    Rule.of(
                            "hold-request-kept",
                            "Each hold keeps the hash of the request that made it, so that a repeat is known.",
                            "coalesce(octet_length(request_hash), 0) < 16",
                            NAMED + " || format('%s bytes of hash', octet_length(request_hash))"),
                    Rule.of(
                            "hold-id-form",
                            "A hold's id has 28 characters A-Z, a-z, 0-9, _ and -.",
                            "hold_id !~ '^[A-Za-z0-9_-]{28}$'",
                            NAMED + " || 'not of that form'"),
                    Rule.of(
                            "hold-made-told",
                            "The journal tells of each hold that it was made, at the version it carries.",
                            "not made_told",
                            NAMED + " || format('nothing at version %s', created_version)"),
                    Rule.of(
                            "hold-change-told",
                            "The journal tells of each hold's last change, at the version it carries.",
                            "not change_told",
                            NAMED + " || format('%s, nothing at version %s', status, version)")));

    static final Sweep IDS = new Sweep(
            "ids of holds",
            "select hold_id, count(*) as times from seat_hold group by 1",
            true,
            List.of(Rule.of(
                    "hold-id-unique",
                    "No two dates have a hold of the same id.",
                    "times > 1",
                    "format('hold %s: of %s dates', hold_id, times)")));

    private HoldRules() {}
}
