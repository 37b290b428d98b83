package io.jari.closure;

import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How far cancellations of dates have come: counted from holds and refunds as they stand, so that it is never wrong. */
final class DateProgressStore {
    private static final String REFUNDS = """
            from payment_refund f join payment p using (partition_id, kind, subject)
            where f.partition_id = :date and f.kind = 2 and f.asked_at >= :since
            """;

    private DateProgressStore() {}

    /**
     * @param held not bought, to be given up yet
     * @param sold to be given back yet
     * @param done ended, and no money of them is on its way
     */
    record Holds(int held, int givenUp, int sold, int revoked, int soldTickets, int revokedTickets, int done) {}

    static Holds holds(Handle handle, int dateId) {
        return handle.createQuery("""
                        select count(*) filter (where h.status = 'held'), count(*) filter (where h.status = 'released'),
                               count(*) filter (where h.status = 'sold'), count(*) filter (where h.status = 'refunded'),
                               coalesce(sum(cardinality(h.seats)) filter (where h.status = 'sold'), 0),
                               coalesce(sum(cardinality(h.seats)) filter (where h.status = 'refunded'), 0),
                               count(*) filter (where h.status in ('released', 'refunded') and o.subject is null)
                          from seat_hold h
                          left join (select distinct subject from payment_refund
                                      where partition_id = :date and kind = 2 and state <> 'done') o on o.subject = h.hold_id
                         where h.date_id = :date and (h.status in ('held', 'sold') or h.reason = 'date_canceled')
                        """)
                .bind("date", dateId)
                .map((row, _) -> new Holds(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)))
                .one();
    }

    /** @param lately of those that are done, in the last seconds */
    record Refunds(String currency, String state, RefundSum sum, int lately) {}

    static List<Refunds> refunds(Handle handle, DateCancellation date, int seconds) {
        return handle.createQuery("""
                        select p.currency, f.state, count(*)::int, sum(f.amount)::bigint,
                               (count(*) filter (where f.done_at > jari_now() - make_interval(secs => :seconds)))::int
                        %s group by 1, 2 order by 1
                        """.formatted(REFUNDS))
                .bind("date", date.dateId())
                .bind("since", date.canceledAt().atOffset(ZoneOffset.UTC))
                .bind("seconds", seconds)
                .map((row, _) -> new Refunds(
                        row.getString(1),
                        row.getString(2),
                        new RefundSum(row.getInt(3), row.getLong(4)),
                        row.getInt(5)))
                .list();
    }

    /** The longest waiting first. */
    static List<OpenRefund> forAPerson(Handle handle, DateCancellation date, int most) {
        return handle.createQuery("""
                        select f.subject, f.n, f.state, f.provider, f.amount, p.currency, f.reason
                        %s and f.state = 'failed' order by f.asked_at, f.subject, f.n limit :most
                        """.formatted(REFUNDS))
                .bind("date", date.dateId())
                .bind("since", date.canceledAt().atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((row, _) -> ProgressStore.openRefund(row))
                .list();
    }
}
