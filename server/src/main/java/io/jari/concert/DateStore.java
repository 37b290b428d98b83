package io.jari.concert;

import static io.jari.concert.DateTermsStore.instant;

import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

@ApplicationScoped
class DateStore {
    private static final String SELECT = """
            select d.*, c.names, c.colors, c.prices
              from concert_date d, lateral (
                   select array_agg(name order by category) as names, array_agg(color order by category) as colors,
                          array_agg(price order by category) as prices
                     from seat_category where date_id = d.date_id) c
            """;

    private final Jdbi jdbi;

    DateStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    int nextId() {
        return jdbi.withHandle(DateStore::nextId);
    }

    static int nextId(Handle handle) {
        return handle.createQuery("select nextval(pg_get_serial_sequence('concert_date', 'date_id'))")
                .mapTo(Integer.class)
                .one();
    }

    /** When the last of a concert's dates starts; now where none has a time. */
    static Instant lastStart(Handle handle, int concertId) {
        return handle.createQuery("""
                        select coalesce(max(starts_at), jari_now()) from concert_date where concert_id = :concert
                        """)
                .bind("concert", concertId)
                .mapTo(Instant.class)
                .one();
    }

    Optional<ConcertDate> find(int concertId, int dateId) {
        return jdbi.withHandle(handle -> find(handle, concertId, dateId));
    }

    static Optional<ConcertDate> find(Handle handle, int concertId, int dateId) {
        return handle.createQuery(SELECT + " where d.date_id = :date and d.concert_id = :concert")
                .bind("date", dateId)
                .bind("concert", concertId)
                .map(DateStore::date)
                .findOne();
    }

    List<ConcertDate> page(int concertId, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         where d.concert_id = :concert and d.date_id > :after order by d.date_id limit :limit
                        """)
                .bind("concert", concertId)
                .bind("after", after)
                .bind("limit", limit)
                .map(DateStore::date)
                .list());
    }

    /** Of each concert, soonest first: what has not begun and is not canceled. */
    List<ConcertDate> next(List<Integer> concerts, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         where d.date_id in (
                               select n.date_id from unnest(:concerts) i(id), lateral (
                                      select date_id from concert_date
                                       where concert_id = i.id and status <> 'canceled'
                                         and (starts_at is null or starts_at > (select jari_now()))
                                       order by starts_at limit :most) n)
                         order by d.starts_at
                        """)
                .bind("concerts", concerts.toArray(Integer[]::new))
                .bind("most", most)
                .map(DateStore::date)
                .list());
    }

    /** A date without its seats and categories. */
    record Head(int dateId, int concertId, int planId, int seats, String currency, String timeZone, String planHash) {}

    static void insert(Handle handle, Head head, SaleTerms terms, Instant now) {
        handle.createUpdate("""
                        insert into concert_date (date_id, concert_id, plan_id, starts_at, sale_opens_at, sale_closes_at,
                            refunds_until, hold_minutes, most_seats, most_ever, currency, time_zone, seats, plan_hash,
                            created_at)
                        values (:dateId, :concertId, :planId, :startsAt, :saleOpensAt, :saleClosesAt, :refundsUntil,
                            :holdMinutes, :mostSeats, :mostSeats, :currency, :timeZone, :seats, :planHash, :now)
                        """)
                .bind("dateId", head.dateId())
                .bind("concertId", head.concertId())
                .bind("planId", head.planId())
                .bind("currency", head.currency())
                .bind("timeZone", head.timeZone())
                .bind("seats", head.seats())
                .bind("planHash", head.planHash())
                .bindMethods(terms)
                .bind("now", now)
                .execute();
    }

    static void update(Handle handle, int dateId, SaleTerms terms) {
        handle.createUpdate("""
                        update concert_date
                           set starts_at = :startsAt, sale_opens_at = :saleOpensAt, sale_closes_at = :saleClosesAt,
                               refunds_until = :refundsUntil, hold_minutes = :holdMinutes, most_seats = :mostSeats,
                               most_ever = greatest(most_ever, :mostSeats), version = version + 1
                         where date_id = :date
                        """).bindMethods(terms).bind("date", dateId).execute();
    }

    static void setStatus(Handle handle, int dateId, DateTerms.Status status) {
        handle.execute(
                "update concert_date set status = ?, version = version + 1 where date_id = ?", status.wire(), dateId);
    }

    static void setPostponed(Handle handle, int dateId, Instant now) {
        handle.execute("update concert_date set postponed_at = ? where date_id = ?", now, dateId);
    }

    /** When a date without a time was to start before; empty when it never had one. */
    static Optional<Instant> startedAt(Handle handle, int dateId) {
        return handle.createQuery("""
                        select (body #>> '{startsAt,before}')::timestamptz from journal
                         where partition_id = :date and kind = %d and subject = :date::text and action = 'date.postponed'
                           and action <> 'reservation.created' and body #>> '{startsAt,before}' is not null
                         order by version desc limit 1
                        """.formatted(Partition.Kind.DATE.code()))
                .bind("date", dateId)
                .mapTo(Instant.class)
                .findOne();
    }

    static void setPlanHash(Handle handle, int dateId, String hash) {
        handle.execute("update concert_date set plan_hash = ?, version = version + 1 where date_id = ?", hash, dateId);
    }

    private static ConcertDate date(ResultSet row, StatementContext context) throws SQLException {
        var names = (String[]) row.getArray("names").getArray();
        var colors = (String[]) row.getArray("colors").getArray();
        var prices = (Long[]) row.getArray("prices").getArray();
        return new ConcertDate(
                Integer.toString(row.getInt("date_id")),
                Integer.toString(row.getInt("concert_id")),
                Integer.toString(row.getInt("plan_id")),
                row.getString("status"),
                new SaleTerms(
                        instant(row, "starts_at"),
                        time(row, "sale_opens_at"),
                        time(row, "sale_closes_at"),
                        instant(row, "refunds_until"),
                        row.getInt("hold_minutes"),
                        row.getInt("most_seats")),
                row.getString("currency"),
                row.getString("time_zone"),
                row.getInt("seats"),
                null,
                IntStream.range(0, names.length)
                        .mapToObj(i -> new ConcertDate.Level(names[i], colors[i], prices[i], null))
                        .toList(),
                row.getString("plan_hash"),
                instant(row, "postponed_at"),
                instant(row, "canceled_at"),
                row.getInt("version"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
