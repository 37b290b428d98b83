package io.jari.closure;

import io.jari.closure.NightClosureBodies.InHouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How far closures have come: counted from reservations and refunds as they stand, so that it is never wrong. */
final class ProgressStore {
    private static final String ITEMS = """
            from night_closure c
            join night_closure_reservation i using (hotel_id, n)
            join reservation r using (hotel_id, reservation_id)
            """;

    private static final String REFUNDS = """
            from night_closure c
            join night_closure_reservation i using (hotel_id, n)
            join payment_refund f on f.partition_id = i.hotel_id and f.kind = 1 and f.subject = i.reservation_id
                                 and f.asked_at >= c.begun_at
            join payment p on p.partition_id = f.partition_id and p.kind = f.kind and p.subject = f.subject
            """;

    private static final String SLEEPS_THERE =
            "r.status in ('pending', 'paid') and r.start_date < c.end_date and r.end_date > c.start_date";

    private ProgressStore() {}

    record Reservations(int n, int found, int canceled, int pending, int inHouse) {}

    static List<Reservations> reservations(Handle handle, int hotelId, List<Integer> ns) {
        return handle.createQuery("""
                        select c.n, count(*)::int, (count(*) filter (where r.status in ('canceled', 'refunded')))::int,
                               (count(*) filter (where %1$s and r.stay = 'booked'))::int,
                               (count(*) filter (where %1$s and r.stay = 'checked_in'))::int
                        %2$s where c.hotel_id = :hotel and c.n in (<ns>) group by c.n
                        """.formatted(SLEEPS_THERE, ITEMS))
                .bind("hotel", hotelId)
                .bindList("ns", ns)
                .map((row, _) ->
                        new Reservations(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .list();
    }

    /** @param lately of those that are done, in the last seconds */
    record Refunds(int n, String currency, String state, boolean desk, int count, long amount, int lately) {}

    static List<Refunds> refunds(Handle handle, int hotelId, List<Integer> ns, int seconds) {
        return handle.createQuery("""
                        select c.n, p.currency, f.state, f.attempt = 0 and f.state = 'requested', count(*)::int, sum(f.amount)::bigint,
                               (count(*) filter (where f.done_at > jari_now() - make_interval(secs => :seconds)))::int
                        %s where c.hotel_id = :hotel and c.n in (<ns>) group by 1, 2, 3, 4 order by 1, 2
                        """.formatted(REFUNDS))
                .bind("hotel", hotelId)
                .bind("seconds", seconds)
                .bindList("ns", ns)
                .map((row, _) -> new Refunds(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getInt(7)))
                .list();
    }

    static OffsetDateTime now(Handle handle) {
        return handle.createQuery("select jari_now()")
                .mapTo(OffsetDateTime.class)
                .one();
    }

    static List<InHouse> inHouse(Handle handle, int hotelId, int n, int most) {
        return handle.createQuery("""
                        select r.reservation_id, r.start_date, r.end_date,
                               array(select room.number from room_assignment a join room using (hotel_id, room_id)
                                      where a.hotel_id = r.hotel_id and a.reservation_id = r.reservation_id
                                        and a.checked_out_at is null order by room.number)
                        %s where c.hotel_id = :hotel and c.n = :n and %s and r.stay = 'checked_in'
                         order by r.reservation_id limit :most
                        """.formatted(ITEMS, SLEEPS_THERE))
                .bind("hotel", hotelId)
                .bind("n", n)
                .bind("most", most)
                .map((row, _) -> new InHouse(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        Arrays.asList((String[]) row.getArray(4).getArray())))
                .list();
    }

    /** The longest waiting first. */
    static List<OpenRefund> forAPerson(Handle handle, int hotelId, int n, int most) {
        return handle.createQuery("""
                        select f.subject, f.n, f.state, f.provider, f.amount, p.currency, f.reason
                        %s where c.hotel_id = :hotel and c.n = :n
                           and (f.state = 'failed' or f.attempt = 0 and f.state = 'requested')
                         order by f.asked_at, f.subject, f.n limit :most
                        """.formatted(REFUNDS))
                .bind("hotel", hotelId)
                .bind("n", n)
                .bind("most", most)
                .map((row, _) -> openRefund(row))
                .list();
    }

    /** Subject, n, state, provider, amount, currency and reason. */
    static OpenRefund openRefund(ResultSet row) throws SQLException {
        return new OpenRefund(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7));
    }
}
