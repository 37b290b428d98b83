package io.jari.sale;

import io.jari.db.Partition;
import io.jari.sale.DateLive.Payments;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is counted of a date's sale. */
final class DateLiveStore {
    static final int MINUTES = 30;

    private DateLiveStore() {}

    static Payments payments(Handle handle, int dateId) {
        return handle.createQuery("""
                        select count(*) filter (where state = 'succeeded')::int,
                               count(*) filter (where state in ('failed', 'expired'))::int,
                               count(*) filter (where state in ('created', 'processing'))::int
                          from payment_attempt where partition_id = :date and kind = :kind
                        """)
                .bind("date", dateId)
                .bind("kind", Partition.Kind.DATE.code())
                .map((row, _) -> new Payments(row.getInt(1), row.getInt(2), row.getInt(3)))
                .one();
    }

    static long money(Handle handle, int dateId) {
        return handle.createQuery(
                        "select coalesce(sum(total), 0)::bigint from seat_hold where date_id = :date and status = 'sold'")
                .bind("date", dateId)
                .mapTo(Long.class)
                .one();
    }

    /** Seats paid in each of the last minutes, the present one last. */
    static List<Integer> perMinute(Handle handle, int dateId) {
        var minutes = new ArrayList<>(Collections.nCopies(MINUTES, 0));
        handle.createQuery("""
                        select floor(extract(epoch from n.now - a.ended_at) / 60)::int as ago, sum(cardinality(h.seats))::int as seats
                          from (select jari_now() as now) n, payment_attempt a join seat_hold h on h.hold_id = a.subject
                         where a.partition_id = :date and a.kind = :kind and a.state = 'succeeded' and h.date_id = :date
                           and a.ended_at > n.now - make_interval(mins => :minutes) and a.ended_at <= n.now
                         group by ago
                        """)
                .bind("date", dateId)
                .bind("kind", Partition.Kind.DATE.code())
                .bind("minutes", MINUTES)
                .map((row, _) -> new int[] {row.getInt(1), row.getInt(2)})
                .forEach(minute -> minutes.set(MINUTES - 1 - Math.min(minute[0], MINUTES - 1), minute[1]));
        return List.copyOf(minutes);
    }

    static Instant now(Handle handle) {
        return handle.createQuery("select jari_now()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }
}
