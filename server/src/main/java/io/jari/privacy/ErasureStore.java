package io.jari.privacy;

import io.jari.privacy.PrivacyBodies.ErasureLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of erasing: who is erased, and whose rows are blanked. */
final class ErasureStore {
    private ErasureStore() {}

    /** Since when there is such a person; nothing where there is none, or the reservation is an account's. */
    static Optional<Instant> since(Handle handle, PersonalSubject subject, @Nullable Integer hotelId) {
        var query = switch (subject.kind()) {
            case ACCOUNT ->
                handle.createQuery("select created_at from account where account_id = :id")
                        .bind("id", subject.accountId());
            case RESERVATION -> handle.createQuery("""
                                select created_at from reservation
                                 where hotel_id = :hotel and reservation_id = :id and account_id is null
                                """).bind("hotel", hotelId).bind("id", subject.id());
        };
        return query.mapTo(OffsetDateTime.class).map(OffsetDateTime::toInstant).findOne();
    }

    static boolean isStaff(Handle handle, long accountId) {
        return handle.createQuery("select staff from account where account_id = :id")
                .bind("id", accountId)
                .mapTo(Boolean.class)
                .one();
    }

    /** False when it is known. */
    static boolean insert(Handle handle, ErasureEntry entry) {
        return handle.createUpdate("""
                        insert into erasure (subject, since, asked_at, actor)
                        values (:subject, :since, :asked, :actor) on conflict do nothing
                        """)
                        .bind("subject", entry.subject())
                        .bind("since", entry.since().atOffset(ZoneOffset.UTC))
                        .bind("asked", entry.askedAt().atOffset(ZoneOffset.UTC))
                        .bind("actor", entry.actor())
                        .execute()
                == 1;
    }

    static Optional<ErasureEntry> find(Handle handle, PersonalSubject subject, Instant since) {
        return handle.createQuery("select * from erasure where subject = :subject and since = :since")
                .bind("subject", subject.text())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, _) -> entry(row))
                .findOne();
    }

    /** Those not done yet, oldest first. */
    static List<ErasureEntry> open(Handle handle, int most) {
        return handle.createQuery("select * from erasure where done_at is null order by asked_at limit :most")
                .bind("most", most)
                .map((row, _) -> entry(row))
                .list();
    }

    /** Those asked for from a time on. */
    static List<ErasureEntry> askedFrom(Handle handle, Instant from, int most) {
        return handle.createQuery(
                        "select * from erasure where asked_at >= :from order by asked_at, subject limit :most")
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((row, _) -> entry(row))
                .list();
    }

    /** Done, where it was asked for long enough ago that nobody is still at work with what was known of them before. */
    static void done(Handle handle, ErasureEntry entry, int settledSeconds) {
        handle.createUpdate("""
                        update erasure set done_at = jari_now()
                         where subject = :subject and since = :since and done_at is null
                           and asked_at < jari_now() - make_interval(secs => :seconds)
                        """)
                .bind("subject", entry.subject())
                .bind("since", entry.since().atOffset(ZoneOffset.UTC))
                .bind("seconds", settledSeconds)
                .execute();
    }

    /** Newest first. */
    static List<ErasureLine> lines(Handle handle, @Nullable Instant before, @Nullable String subject, int limit) {
        return handle.createQuery("""
                        select * from erasure
                         where (asked_at, subject) < (coalesce(:before, 'infinity'::timestamptz), :subject)
                         order by asked_at desc, subject desc limit :limit
                        """)
                .bind("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .bind("subject", subject == null ? "" : subject)
                .bind("limit", limit)
                .map((row, _) -> new ErasureLine(
                        row.getString("subject"),
                        instant(row, "since"),
                        instant(row, "asked_at"),
                        row.getString("actor"),
                        row.getObject("done_at") == null ? null : instant(row, "done_at")))
                .list();
    }

    /** The hotels that know a guest of this account by name. */
    static List<Integer> hotels(Handle handle, long accountId) {
        return handle.createQuery("""
                        select distinct r.hotel_id
                          from reservation r join guest g using (hotel_id, reservation_id)
                         where r.account_id = :account and g.name <> '' order by 1
                        """)
                .bind("account", accountId)
                .mapTo(Integer.class)
                .list();
    }

    /** Blanks an account's guests at one hotel; their reservations. */
    static List<String> blankGuests(Handle handle, int hotelId, long accountId) {
        return handle.createQuery("""
                        update guest g set name = '', phone = null, email = null, note = null
                          from reservation r
                         where r.account_id = :account and r.hotel_id = :hotel
                           and g.hotel_id = r.hotel_id and g.reservation_id = r.reservation_id and g.name <> ''
                        returning g.reservation_id
                        """)
                .bind("account", accountId)
                .bind("hotel", hotelId)
                .mapTo(String.class)
                .list();
    }

    static boolean blankGuest(Handle handle, int hotelId, String reservationId) {
        return handle.execute("""
                        update guest set name = '', phone = null, email = null, note = null
                         where hotel_id = ? and reservation_id = ? and name <> ''
                        """, hotelId, reservationId) == 1;
    }

    /** Hotels with guests whose stay ended before a day and who are still known by name, after a hotel. */
    static List<Integer> hotelsWithOld(Handle handle, int years, int after, int most) {
        return handle.createQuery("""
                        select distinct r.hotel_id
                          from reservation r join guest g using (hotel_id, reservation_id)
                         where r.hotel_id > :after and g.name <> '' and r.end_date < (jari_now() - make_interval(years => :years))::date
                         order by 1 limit :most
                        """)
                .bind("after", after)
                .bind("years", years)
                .bind("most", most)
                .mapTo(Integer.class)
                .list();
    }

    static int blankOld(Handle handle, int hotelId, int years) {
        return handle.execute("""
                update guest g set name = '', phone = null, email = null, note = null
                  from reservation r
                 where r.hotel_id = ? and g.hotel_id = r.hotel_id and g.reservation_id = r.reservation_id and g.name <> ''
                   and r.end_date < (jari_now() - make_interval(years => ?))::date
                """, hotelId, years);
    }

    /** Whether this process is the one to do a day's work: once in 20 hours. */
    static boolean today(Handle handle, String job) {
        return handle.execute("""
                        insert into job (name, done_at) values (?, jari_now())
                        on conflict (name) do update set done_at = excluded.done_at
                         where job.done_at < excluded.done_at - interval '20 hours'
                        """, job) == 1;
    }

    private static ErasureEntry entry(ResultSet row) throws SQLException {
        return new ErasureEntry(
                row.getString("subject"), instant(row, "since"), instant(row, "asked_at"), row.getString("actor"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
