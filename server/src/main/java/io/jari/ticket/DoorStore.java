package io.jari.ticket;

import io.jari.http.TextBody;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What doors read of a date. */
final class DoorStore {
    private DoorStore() {}

    /** What is given, where and when. */
    record Occasion(
            int concertId,
            TextBody title,
            TextBody hall,
            @Nullable Instant startsAt,
            String timeZone) {}

    static Optional<Occasion> occasion(Handle handle, int dateId) {
        return handle.createQuery("""
                        select c.concert_id, c.title_ko, c.title_en, c.hall_ko, c.hall_en, d.starts_at, d.time_zone
                          from concert_date d join concert c using (concert_id) where d.date_id = :date
                        """)
                .bind("date", dateId)
                .map((row, _) -> new Occasion(
                        row.getInt(1),
                        new TextBody(row.getString(2), row.getString(3)),
                        new TextBody(row.getString(4), row.getString(5)),
                        TicketStore.instant(row, "starts_at"),
                        row.getString(7)))
                .findOne();
    }

    static int sold(Handle handle, int dateId) {
        return handle.createQuery("""
                        select coalesce(sum(cardinality(seats)), 0)::int from seat_hold where date_id = :date and status = 'sold'
                        """).bind("date", dateId).mapTo(Integer.class).one();
    }

    /** How many came in where. */
    record Gate(String gate, int admitted) {}

    static List<Gate> gates(Handle handle, int dateId) {
        return handle.createQuery(
                        "select gate, count(*)::int from ticket_use where date_id = :date group by gate order by gate")
                .bind("date", dateId)
                .map((row, _) -> new Gate(row.getString(1), row.getInt(2)))
                .list();
    }

    /** Every ticket that is sold. */
    static List<TicketId> ids(Handle handle, int dateId, int most) {
        return handle.createQuery("""
                        select hold_id, unnest(seats) from seat_hold where date_id = :date and status = 'sold' limit :most
                        """)
                .bind("date", dateId)
                .bind("most", most)
                .map((row, _) -> new TicketId(row.getString(1), row.getInt(2)))
                .list();
    }

    /** A ticket that was sold, and whose. */
    record Sold(
            TicketId id,
            String zone,
            String row,
            String number,
            @Nullable String mark,
            String category,
            @Nullable String name,
            @Nullable Instant usedAt) {}

    /** All of them, as they lie in the hall: seats are numbered by zone, row and number. */
    static List<Sold> sold(Handle handle, int dateId, int most) {
        return handle.createQuery("""
                        select h.hold_id, s.seat, s.zone, s.row, s.number, s.mark, k.name, a.name, t.used_at
                          from seat_hold h
                         cross join lateral unnest(h.seats) u(seat)
                          join seat s on s.date_id = h.date_id and s.seat = u.seat
                          join seat_category k on k.date_id = s.date_id and k.category = s.category
                          left join account a on a.account_id = h.account_id
                          left join ticket_use t on t.date_id = h.date_id and t.hold_id = h.hold_id and t.seat = u.seat
                         where h.date_id = :date and h.status = 'sold'
                         order by s.seat limit :most
                        """)
                .bind("date", dateId)
                .bind("most", most)
                .map((row, _) -> sold(row))
                .list();
    }

    private static Sold sold(java.sql.ResultSet row) throws SQLException {
        return new Sold(
                new TicketId(row.getString(1), row.getInt(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                TicketStore.instant(row, "used_at"));
    }
}
