package io.jari.privacy;

import io.jari.privacy.PrivacyBodies.Found;
import io.jari.privacy.PrivacyBodies.Kept;
import io.jari.privacy.PrivacyBodies.Obstacle;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads of somebody's records what stands in the way of erasing them, what the law keeps, and who is meant by an address or a number. */
final class RecordStore {
    /** Years that records of contracts and payments are kept. */
    static final int YEARS = 5;

    private static final String LAW =
            "Korea: Act on the Consumer Protection in Electronic Commerce, Enforcement Decree, article 6";
    private static final int MOST_OBSTACLES = 100;
    private static final int MOST_FOUND = 200;

    private static final String OPEN_STAY = """
            r.status in ('pending', 'paid') and r.stay in ('booked', 'checked_in') and r.end_date >= jari_now()::date - 1
            """;

    private static final String OPEN_MONEY = """
            select 'payment' as what, p.subject from payment p join payment_attempt a using (partition_id, kind, subject)
             where %1$s and a.state in ('created', 'processing')
            union
            select 'refund', p.subject from payment p join payment_refund b using (partition_id, kind, subject)
             where %1$s and b.state <> 'done'
            """;

    private RecordStore() {}

    static List<Obstacle> obstacles(Handle handle, long accountId, boolean forfeitsBalance) {
        return obstacles(handle.createQuery("""
                        select what, id from (
                            select 'stay' as what, r.reservation_id as id from reservation r where r.account_id = :account and %s
                            union all
                            select 'seats', h.hold_id from seat_hold h join concert_date d using (date_id)
                             where h.account_id = :account
                               and (h.status = 'held' and h.expires_at > jari_now()
                                    or h.status = 'sold' and d.status <> 'canceled' and coalesce(d.starts_at, 'infinity') > jari_now())
                            union all
                            select 'balance', w.balance || ' ' || w.currency from wallet w
                             where w.account_id = :account and w.balance > 0 and not :forfeits
                            union all
                            select what, subject from (%s) money) o
                         order by what, id limit :most
                        """.formatted(OPEN_STAY, OPEN_MONEY.formatted("p.account_id = :account")))
                .bind("account", accountId)
                .bind("forfeits", forfeitsBalance));
    }

    static List<Obstacle> obstacles(Handle handle, int hotelId, String reservationId) {
        return obstacles(handle.createQuery("""
                        select what, id from (
                            select 'stay' as what, r.reservation_id as id from reservation r
                             where r.hotel_id = :hotel and r.reservation_id = :id and %s
                            union all
                            select what, subject from (%s) money) o
                         order by what, id limit :most
                        """.formatted(
                        OPEN_STAY, OPEN_MONEY.formatted("p.partition_id = :hotel and p.kind = 1 and p.subject = :id")))
                .bind("hotel", hotelId)
                .bind("id", reservationId));
    }

    private static List<Obstacle> obstacles(Query query) {
        return query.bind("most", MOST_OBSTACLES)
                .map((row, _) -> new Obstacle(row.getString("what"), row.getString("id")))
                .list();
    }

    static List<Kept> kept(Handle handle, long accountId) {
        return kept(handle.createQuery("""
                        select 'stays' as what, count(*) as count, max(created_at) as newest
                          from reservation where account_id = :account
                        union all
                        select 'seats', count(*), max(created_at) from seat_hold
                         where account_id = :account and status in ('sold', 'refunded')
                        union all
                        select 'payments', count(*), max(begun_at) from payment where account_id = :account
                        union all
                        select 'refunds', count(*), max(coalesce(done_at, asked_at))
                          from payment p join payment_refund b using (partition_id, kind, subject) where p.account_id = :account
                        union all
                        select 'postings', count(*), max(at) from posting where account_id = :account and n = 1
                        """).bind("account", accountId));
    }

    static List<Kept> kept(Handle handle, int hotelId, String reservationId) {
        return kept(handle.createQuery("""
                        select 'stays' as what, count(*) as count, max(created_at) as newest
                          from reservation where hotel_id = :hotel and reservation_id = :id
                        union all
                        select 'payments', count(*), max(begun_at)
                          from payment where partition_id = :hotel and kind = 1 and subject = :id
                        union all
                        select 'refunds', count(*), max(coalesce(done_at, asked_at))
                          from payment_refund where partition_id = :hotel and kind = 1 and subject = :id
                        """).bind("hotel", hotelId).bind("id", reservationId));
    }

    private static List<Kept> kept(Query query) {
        return query
                .map((row, _) -> new Counted(
                        row.getString("what"), row.getLong("count"), row.getObject("newest", OffsetDateTime.class)))
                .stream()
                .filter(counted -> counted.newest() != null)
                .map(Counted::kept)
                .toList();
    }

    private record Counted(
            String what, long count, @Nullable OffsetDateTime newest) {
        Kept kept() {
            if (newest == null) {
                throw new IllegalStateException("none of " + what);
            }
            return new Kept(what, count, newest.plusYears(YEARS).plusDays(1).toLocalDate(), LAW);
        }
    }

    /** Accounts with this address or number, and stays of guests without an account; numbers by their digits alone. */
    static List<Found> find(Handle handle, @Nullable String email, @Nullable String phone) {
        return handle.createQuery("""
                        select 'account:' || account_id as subject, null::text as hotel, created_at as since
                          from account
                         where lower(email) = lower(:email)
                            or regexp_replace(phone, '[^0-9]', '', 'g') = :digits
                        union all
                        select 'reservation:' || r.reservation_id, r.hotel_id::text, r.created_at
                          from guest g join reservation r using (hotel_id, reservation_id)
                         where r.account_id is null
                           and (lower(g.email) = lower(:email) or regexp_replace(g.phone, '[^0-9]', '', 'g') = :digits)
                         order by since desc limit :most
                        """)
                .bind("email", email)
                .bind("digits", phone == null ? null : phone.replaceAll("[^0-9]", ""))
                .bind("most", MOST_FOUND)
                .map((row, _) -> new Found(
                        row.getString("subject"),
                        row.getString("hotel"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
