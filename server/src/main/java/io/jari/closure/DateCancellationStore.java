package io.jari.closure;

import io.jari.journal.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Dates that are canceled, and what is still held or sold of them. */
final class DateCancellationStore {
    private static final String COLUMNS =
            "d.concert_id, d.date_id, d.cancel_reason, d.canceled_by, d.canceled_at, d.cleared_at";

    private DateCancellationStore() {}

    /** Empty when there is no such date, or it is not canceled. */
    static Optional<DateCancellation> find(Handle handle, int concertId, int dateId) {
        return handle.createQuery("select " + COLUMNS + """
                         from concert_date d where date_id = :date and concert_id = :concert and canceled_at is not null
                        """)
                .bind("date", dateId)
                .bind("concert", concertId)
                .map((row, _) -> cancellation(row))
                .findOne();
    }

    static DateCancellation cancel(Change change, int dateId, String reason) {
        return change.handle()
                .createQuery("""
                        update concert_date d
                           set status = 'canceled', canceled_at = :now, canceled_by = :actor, cancel_reason = :reason,
                               due_at = :now, version = d.version + 1
                         where date_id = :date
                        returning %s
                        """.formatted(COLUMNS))
                .bind("date", dateId)
                .bind("now", change.now().atOffset(ZoneOffset.UTC))
                .bind("actor", change.actor())
                .bind("reason", reason)
                .map((row, _) -> cancellation(row))
                .one();
    }

    /**
     * A date to be cleared, taken for the time of a lease.
     *
     * @param after the last hold that had its turn in this round: not kept, for what has ended is not met again
     * @param leaseEnd tells whether somebody else has taken it since
     */
    record Due(DateCancellation date, String after, Instant leaseEnd) {}

    static final String ANY_DUE =
            "(select due_at from concert_date where due_at is not null order by due_at limit 1) <= it.now";

    static Optional<Due> take(Handle handle, int leaseMillis) {
        return handle.createQuery("""
                        with due as (select date_id from concert_date where due_at <= (select jari_now())
                                      order by due_at limit 1 for update skip locked)
                        update concert_date d set due_at = jari_now() + make_interval(secs => :lease / 1e3)
                          from due where d.date_id = due.date_id
                        returning %s, d.due_at
                        """.formatted(COLUMNS))
                .bind("lease", leaseMillis)
                .map((row, _) -> new Due(cancellation(row), "", instant(row, 7)))
                .findOne();
    }

    /** The next holds that still have seats, in the order of their ids. */
    static List<String> next(Handle handle, Due due, int most) {
        return handle.createQuery("""
                        select hold_id from seat_hold
                         where date_id = :date and hold_id > :after and status in ('held', 'sold')
                         order by hold_id limit :most
                        """)
                .bind("date", due.date().dateId())
                .bind("after", due.after())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Goes on after this one; empty when somebody else has taken the date since. */
    static Optional<Due> advance(Handle handle, Due due, String after, int leaseMillis) {
        return handle.createQuery("""
                        update concert_date set due_at = jari_now() + make_interval(secs => :lease / 1e3)
                         where date_id = :date and due_at = :held
                        returning due_at
                        """)
                .bind("lease", leaseMillis)
                .bind("date", due.date().dateId())
                .bind("held", due.leaseEnd().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Due(due.date(), after, instant(row, 1)))
                .findOne();
    }

    /** All had their turn: the date is cleared, or what still has seats is met again after a pause that grows with the time it takes. */
    static void endRound(Handle handle, Due due, long shortestMillis, long longestMillis) {
        handle.createUpdate("""
                        update concert_date d
                           set cleared_at = case when l.any_left then null else jari_now() end,
                               due_at = case when l.any_left then jari_now() + least(make_interval(secs => :longest / 1e3),
                                        greatest(make_interval(secs => :shortest / 1e3), (jari_now() - canceled_at) / 4)) end
                          from (select exists (select from seat_hold where date_id = :date and status in ('held', 'sold'))
                                       as any_left) l
                         where date_id = :date and due_at = :held
                        """)
                .bind("shortest", shortestMillis)
                .bind("longest", longestMillis)
                .bind("date", due.date().dateId())
                .bind("held", due.leaseEnd().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static DateCancellation cancellation(ResultSet row) throws SQLException {
        var clearedAt = row.getObject(6, OffsetDateTime.class);
        return new DateCancellation(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                clearedAt == null ? null : clearedAt.toInstant());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
