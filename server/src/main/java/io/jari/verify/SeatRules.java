package io.jari.verify;

import java.util.List;

/** What must hold for the seats of dates: nobody shares one, nobody has more than were allowed, and whoever follows sees them as they are (I2, I11). */
final class SeatRules {
    private static final String SEAT = "format('date %s, seat %s: ', date_id, seat)";
    private static final String STATE = "(array['available', 'held', 'sold', 'blocked'])[%s + 1]";

    /**
     * How each seat stands after the last version that tells of it. Versions of a textbook strategy are taken without the date's lock:
     * their order means nothing, and the head lags behind them. A version without rows says that all is to be read again; what came
     * before it proves nothing.
     */
    static final String FOLLOWED = """
            select p.id as date_id, p.version >= o.newest as in_order, o.read_again
              from (select id, version from partition_head where kind = 2 and id between :low and :high) p
              join (select partition_id, max(version) as newest, max(version) filter (where rows is null) as read_again
                      from outbox where kind = 2 and partition_id between :low and :high group by 1) o
                on o.partition_id = p.id
            """;

    /** The concatenation unpacks a long array once, not once for each of its numbers. */
    private static final String PUBLISHED = """
            select o.date_id, o.rows[i] as seat, max(o.version * 4 + o.rows[i + 1]) & 3 as code
              from (select o.partition_id as date_id, o.version, o.rows || '{}'::int[] as rows
                      from outbox o
                      join (%s) f on f.date_id = o.partition_id
                     where o.kind = 2 and o.partition_id between :low and :high
                       and f.in_order and cardinality(o.rows) > 0 and o.version > coalesce(f.read_again, 0)
                    offset 0) o,
                   generate_series(1, cardinality(o.rows), 2) i
             group by 1, 2
            """.formatted(FOLLOWED);

    private static final String SEATS = """
            select date_id, seat, s.guid, s.category, k.category is not null as category_known,
                   coalesce(c.claims, 0) as claims, coalesce(c.code, 0) as code,
                   case when f.in_order and f.read_again is null then coalesce(p.code, 0) else p.code end as published
              from (select date_id, seat, guid, category from seat where date_id between :low and :high) s
              full join (select date_id, seat, count(*) as claims,
                                max(case state when 'held' then 1 when 'sold' then 2 else 3 end) as code
                           from seat_claim where date_id between :low and :high group by 1, 2) c using (date_id, seat)
              full join (%s) p using (date_id, seat)
              left join (select date_id, category from seat_category
                          where date_id between :low and :high) k using (date_id, category)
              left join (%s) f using (date_id)
            """.formatted(PUBLISHED, FOLLOWED);

    static final Sweep SEATS_SWEEP = new Sweep(
            "seats",
            SEATS,
            false,
            List.of(
                    Rule.of(
                            "seat-once",
                            "No seat of a date is given to two: it has one claim at most.",
                            "claims > 1",
                            SEAT + " || format('%s claims', claims)"),
                    Rule.of(
                            "seat-exists",
                            "Only seats that the date has are claimed or told of.",
                            "guid is null",
                            SEAT + " || format('%s claims on it, and it is not there', claims)"),
                    Rule.of(
                            "seat-category",
                            "Each seat is of a category that the date has a price for.",
                            "category is not null and not category_known",
                            SEAT + " || format('category %s', category)"),
                    Rule.of(
                            "seat-published",
                            "Whoever follows a date by its published versions sees each seat as it stands; not asked where textbook strategies sold.",
                            "published <> code",
                            SEAT + " || format('it is %s, published as %s', " + STATE.formatted("code") + ", "
                                    + STATE.formatted("published") + ")")));

    /** Each claim beside the hold that has the seat. */
    private static final String CLAIMS = """
            select date_id, seat, hold_id, c.state as claimed, h.status as wanted
              from (select date_id, seat, hold_id, state from seat_claim
                     where state <> 'blocked' and date_id between :low and :high) c
              full join (select h.date_id, s.seat, h.hold_id, h.status
                           from seat_hold h, unnest(h.seats) s(seat)
                          where h.status in ('held', 'sold') and h.date_id between :low and :high) h
                using (date_id, seat, hold_id)
            """;

    private static final String CLAIM = "format('date %s, seat %s, hold %s: ', date_id, seat, hold_id)";

    static final Sweep CLAIMS_SWEEP = new Sweep(
            "seats held or sold",
            CLAIMS,
            false,
            List.of(
                    Rule.of(
                            "claim-held",
                            "Each claim on a seat is of a hold that has not ended and has that seat.",
                            "claimed is not null and wanted is null",
                            CLAIM + " || format('claimed as %s, and the hold has it not', claimed)"),
                    Rule.of(
                            "hold-claimed",
                            "Each hold that has not ended has a claim on each of its seats, in the same state.",
                            "wanted is not null and claimed is distinct from wanted",
                            CLAIM + " || format('%s, and claimed as %s', wanted, coalesce(claimed, 'nothing'))")));

    static final Sweep PEOPLE_SWEEP = new Sweep(
            "people with seats of a date",
            """
            select h.date_id, h.account_id, h.seats, d.most_ever
              from (select date_id, account_id, sum(cardinality(seats)) as seats
                      from seat_hold
                     where (status = 'sold' or status = 'held' and expires_at > timestamptz ':now')
                       and date_id between :low and :high
                     group by 1, 2) h
              left join concert_date d using (date_id)
            """,
            false,
            List.of(
                    Rule.of(
                            "person-limit",
                            "Nobody has more seats of a date, bought or held and in time, than one person was ever allowed.",
                            "most_ever is null or seats > most_ever",
                            "format('date %s, account %s: %s seats, allowed %s', date_id, account_id, seats, coalesce(most_ever, 0))")));

    static final Sweep DATES_SWEEP = new Sweep(
            "dates",
            """
            select d.date_id, d.seats, d.most_seats, d.most_ever, coalesce(s.counted, 0) as counted, s.first, s.last
              from concert_date d
              left join (select date_id, count(*) as counted, min(seat) as first, max(seat) as last
                           from seat where date_id between :low and :high group by 1) s using (date_id)
             where d.date_id between :low and :high
            """,
            false,
            List.of(
                    Rule.of(
                            "date-seats",
                            "A date has as many seats as it says, numbered from 0 without a gap.",
                            "seats <> counted or first <> 0 or last <> counted - 1",
                            "format('date %s: says %s, has %s, numbered from %s to %s', date_id, seats, counted, first, last)"),
                    Rule.of(
                            "date-most",
                            "What one person is allowed now is no more than what one person was ever allowed.",
                            "most_seats > most_ever",
                            "format('date %s: allowed %s, ever %s', date_id, most_seats, most_ever)")));

    private SeatRules() {}
}
