package io.jari.closure;

import io.jari.core.stay.NightRange;
import io.jari.journal.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Closures, and the reservations each of them found. */
final class NightClosureStore {
    private static final String COLUMNS =
            "c.hotel_id, c.n, c.start_date, c.end_date, c.reason, c.actor, c.begun_at, c.canceled_at";

    private NightClosureStore() {}

    /** Written with what sleeps there; what an unfinished closure has found, or lists as in the house, is left to it. */
    static NightClosure insert(Change change, int hotelId, NightRange nights, String reason) {
        var handle = change.handle();
        var n = handle.createQuery("select coalesce(max(n), 0) + 1 from night_closure where hotel_id = ?")
                .bind(0, hotelId)
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("""
                        insert into night_closure (hotel_id, n, start_date, end_date, reason, actor, begun_at, due_at)
                        values (:hotel, :n, :start, :end, :reason, :actor, :now, :now)
                        """)
                .bind("hotel", hotelId)
                .bind("n", n)
                .bind("start", nights.start())
                .bind("end", nights.end())
                .bind("reason", reason)
                .bind("actor", change.actor())
                .bind("now", change.now().atOffset(ZoneOffset.UTC))
                .execute();
        handle.createUpdate("""
                        insert into night_closure_reservation (hotel_id, n, reservation_id)
                        select r.hotel_id, :n, r.reservation_id
                          from reservation r
                         where r.hotel_id = :hotel and r.start_date < :end and r.end_date > :start
                           and r.start_date >= :earliest
                           and r.status in ('pending', 'paid') and r.stay in ('booked', 'checked_in')
                           and not exists (select from night_closure_reservation i join night_closure c using (hotel_id, n)
                                            where i.hotel_id = r.hotel_id and i.reservation_id = r.reservation_id
                                              and r.start_date < c.end_date and r.end_date > c.start_date
                                              and (c.canceled_at is null or r.stay = 'checked_in'))
                        """)
                .bind("hotel", hotelId)
                .bind("n", n)
                .bind("start", nights.start())
                .bind("end", nights.end())
                .bind("earliest", nights.start().minusDays(NightRange.MAX_NIGHTS))
                .execute();
        return new NightClosure(hotelId, n, nights, reason, change.actor(), change.now(), null);
    }

    /** The latest first. */
    static List<NightClosure> page(Handle handle, int hotelId, long before, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                         from night_closure c where hotel_id = :hotel and n < :before order by n desc limit :limit
                        """)
                .bind("hotel", hotelId)
                .bind("before", before)
                .bind("limit", limit)
                .map(NightClosureStore::closure)
                .list();
    }

    static Optional<NightClosure> find(Handle handle, int hotelId, int n) {
        return handle.createQuery("select " + COLUMNS + " from night_closure c where hotel_id = :hotel and n = :n")
                .bind("hotel", hotelId)
                .bind("n", n)
                .map(NightClosureStore::closure)
                .findOne();
    }

    /**
     * A closure whose reservations are to be canceled, taken for the time of a lease.
     *
     * @param after the last reservation that had its turn in this round
     * @param round 0 for the first, of all; a later one is of those that the one before left over
     * @param leaseEnd tells whether somebody else has taken it since
     */
    record Due(NightClosure closure, String after, int round, Instant leaseEnd) {}

    static final String ANY_DUE =
            "(select due_at from night_closure where due_at is not null order by due_at limit 1) <= it.now";

    static Optional<Due> take(Handle handle, int leaseMillis) {
        return handle.createQuery("""
                        with due as (select hotel_id, n from night_closure where due_at <= (select jari_now())
                                      order by due_at limit 1 for update skip locked)
                        update night_closure c set due_at = jari_now() + make_interval(secs => :lease / 1e3)
                          from due where c.hotel_id = due.hotel_id and c.n = due.n
                        returning %s, c.after, c.round, c.due_at
                        """.formatted(COLUMNS))
                .bind("lease", leaseMillis)
                .map((row, context) ->
                        new Due(closure(row, context), row.getString(9), row.getInt(10), instant(row, 11)))
                .findOne();
    }

    /** The next reservations, in the order of their ids. */
    static List<String> next(Handle handle, Due due, int most) {
        return handle.createQuery("""
                        select reservation_id from night_closure_reservation
                         where hotel_id = :hotel and n = :n and reservation_id > :after and (:round = 0 or left_over)
                         order by reservation_id limit :most
                        """)
                .bind("hotel", due.closure().hotelId())
                .bind("n", due.closure().n())
                .bind("after", due.after())
                .bind("round", due.round())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Goes on after this one; empty when somebody else has taken the closure since. */
    static Optional<Due> advance(Handle handle, Due due, String after, int leaseMillis) {
        return handle.createQuery("""
                        update night_closure set after = :after, due_at = jari_now() + make_interval(secs => :lease / 1e3)
                         where hotel_id = :hotel and n = :n and due_at = :held
                        returning due_at
                        """)
                .bind("after", after)
                .bind("lease", leaseMillis)
                .bind("hotel", due.closure().hotelId())
                .bind("n", due.closure().n())
                .bind("held", due.leaseEnd().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Due(due.closure(), after, due.round(), instant(row, 1)))
                .findOne();
    }

    /** Which of those that had their turn were left over. */
    static void leave(Handle handle, Due due, List<String> had, List<String> left) {
        handle.createUpdate("""
                        update night_closure_reservation set left_over = reservation_id = any(:left)
                         where hotel_id = :hotel and n = :n and reservation_id = any(:had)
                           and left_over <> (reservation_id = any(:left))
                        """)
                .bind("hotel", due.closure().hotelId())
                .bind("n", due.closure().n())
                .bindArray("had", String.class, had)
                .bindArray("left", String.class, left)
                .execute();
    }

    /** All had their turn: that was it, or there is another round for what is left over. */
    static void endRound(Handle handle, Due due, long pauseMillis) {
        handle.createUpdate("""
                        update night_closure c
                           set after = '', round = round + 1,
                               canceled_at = case when l.any_left then null else jari_now() end,
                               due_at = case when l.any_left then jari_now() + make_interval(secs => :pause / 1e3) end
                          from (select exists (select from night_closure_reservation
                                                where hotel_id = :hotel and n = :n and left_over) as any_left) l
                         where hotel_id = :hotel and n = :n and due_at = :held
                        """)
                .bind("pause", pauseMillis)
                .bind("hotel", due.closure().hotelId())
                .bind("n", due.closure().n())
                .bind("held", due.leaseEnd().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static NightClosure closure(ResultSet row, StatementContext context) throws SQLException {
        var canceledAt = row.getObject(8, OffsetDateTime.class);
        return new NightClosure(
                row.getInt(1),
                row.getInt(2),
                new NightRange(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                canceledAt == null ? null : canceledAt.toInstant());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
