package io.jari.verify;

import java.util.List;

/** What must hold for tickets that somebody came in with. */
final class TicketRules {
    private static final String USES = """
            select date_id, hold_id, seat, u.uses, h.status, h.reason, h.seats, coalesce(j.told, 0) as told
              from (select date_id, hold_id, seat, count(*) as uses from ticket_use
                     where date_id between :low and :high group by 1, 2, 3) u
              left join (select date_id, hold_id, status, reason, seats from seat_hold
                          where date_id between :low and :high) h using (date_id, hold_id)
              left join (select date_id, seat, guid from seat where date_id between :low and :high) s using (date_id, seat)
              left join (select partition_id, subject, body -> 'seats' ->> 0 as guid, count(*) as told from journal
                          where kind = 2 and action = 'ticket.used' and partition_id between :low and :high group by 1, 2, 3) j
                on j.partition_id = u.date_id and j.subject = u.hold_id and j.guid = s.guid
            """;

    private static final String TICKET = "format('date %s, hold %s, seat %s: ', date_id, hold_id, seat)";

    static final Sweep USES_SWEEP = new Sweep(
            "tickets used",
            USES,
            false,
            List.of(
                    Rule.of(
                            "ticket-once",
                            "Nobody came in twice with one ticket.",
                            "uses > 1",
                            TICKET + " || format('used %s times', uses)"),
                    Rule.of(
                            "ticket-sold",
                            "Each ticket used is of a seat that was sold, and only a canceled date gave money back for it.",
                            """
                            status is null or not seat = any (seats)
                            or status <> 'sold' and not (status = 'refunded' and reason is not distinct from 'date_canceled')
                            """,
                            TICKET + " || format('the hold is %s, of seats %s', coalesce(status, 'not there'), seats)"),
                    Rule.of(
                            "ticket-told",
                            "The journal tells once of each ticket that was used.",
                            "told <> 1",
                            TICKET + " || format('told %s times', told)")));

    private TicketRules() {}
}
