package io.jari.concert;

import io.jari.http.Bilingual;
import io.jari.http.Prose;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ConcertStore {
    private static final Pattern LIKE_SIGNS = Pattern.compile("[\\\\%_]");
    private final Jdbi jdbi;

    ConcertStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    int nextId() {
        return jdbi.withHandle(ConcertStore::nextId);
    }

    static int nextId(Handle handle) {
        return handle.createQuery("select nextval(pg_get_serial_sequence('concert', 'concert_id'))")
                .mapTo(Integer.class)
                .one();
    }

    /** The last plan of its hall; 0 where it has none. */
    static int lastPlan(Handle handle, int concertId) {
        return handle.createQuery("select last_plan_id from concert where concert_id = :id")
                .bind("id", concertId)
                .mapTo(Integer.class)
                .one();
    }

    Optional<Concert> find(int concertId) {
        return jdbi.withHandle(handle -> find(handle, concertId));
    }

    static Optional<Concert> find(Handle handle, int concertId) {
        return handle.createQuery("select * from concert where concert_id = :id")
                .bind("id", concertId)
                .map(ConcertStore::concert)
                .findOne();
    }

    /** Open ones in the order of their ids; q matches anywhere in title, hall and address. */
    List<Concert> page(@Nullable String q, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from concert
                         where not closed and concert_id > :after
                           and (:q::text is null
                                or concat_ws(' ', title_ko, title_en, hall_ko, hall_en, address_ko, address_en)
                                   ilike :q)
                         order by concert_id limit :limit
                        """)
                .bind("after", after)
                .bind("q", q == null ? null : "%" + LIKE_SIGNS.matcher(q).replaceAll("\\\\$0") + "%")
                .bind("limit", limit)
                .map(ConcertStore::concert)
                .list());
    }

    static void insert(Handle handle, int concertId, ConcertDetails details) {
        handle.createUpdate("""
                        insert into concert (concert_id, title_ko, title_en, text_ko, text_en, hall_ko, hall_en,
                            address_ko, address_en, time_zone, currency, pictures, sale_opens_at, hold_minutes,
                            most_seats, closed, created_at)
                        values (:id, :title.ko, :title.en, :description.ko, :description.en, :hall.ko, :hall.en,
                            :address.ko, :address.en, :timeZone, :currency, string_to_array(:pictureLines, chr(10)),
                            :saleOpensAt, :holdMinutes, :mostSeats, :closed, jari_now())
                        """).bind("id", concertId).bindMethods(details).execute();
    }

    static void update(Handle handle, int concertId, ConcertDetails details) {
        handle.createUpdate("""
                        update concert
                           set title_ko = :title.ko, title_en = :title.en, text_ko = :description.ko,
                               text_en = :description.en, hall_ko = :hall.ko, hall_en = :hall.en,
                               address_ko = :address.ko, address_en = :address.en, time_zone = :timeZone,
                               pictures = string_to_array(:pictureLines, chr(10)), sale_opens_at = :saleOpensAt,
                               hold_minutes = :holdMinutes, most_seats = :mostSeats, closed = :closed,
                               version = version + 1
                         where concert_id = :id
                        """).bind("id", concertId).bindMethods(details).execute();
    }

    /** Whether a date of it was ever begun. */
    static boolean isDated(Handle handle, int concertId) {
        return handle.createQuery("select dated from concert where concert_id = :id")
                .bind("id", concertId)
                .mapTo(Boolean.class)
                .one();
    }

    static void setDated(Handle handle, int concertId) {
        handle.execute("update concert set dated = true where concert_id = ?", concertId);
    }

    static void close(Handle handle, int concertId) {
        handle.execute("update concert set closed = true, version = version + 1 where concert_id = ?", concertId);
    }

    static void delete(Handle handle, int concertId) {
        handle.execute("delete from seat_plan where concert_id = ?", concertId);
        handle.execute("delete from concert where concert_id = ?", concertId);
    }

    private static Concert concert(ResultSet row, StatementContext context) throws SQLException {
        return new Concert(
                Integer.toString(row.getInt("concert_id")),
                new ConcertDetails(
                        new Bilingual(row.getString("title_ko"), row.getString("title_en")),
                        new Prose(row.getString("text_ko"), row.getString("text_en")),
                        new Bilingual(row.getString("hall_ko"), row.getString("hall_en")),
                        new Prose(row.getString("address_ko"), row.getString("address_en")),
                        row.getString("time_zone"),
                        row.getString("currency"),
                        List.of((String[]) row.getArray("pictures").getArray()),
                        row.getObject("sale_opens_at", OffsetDateTime.class).toInstant(),
                        row.getInt("hold_minutes"),
                        row.getInt("most_seats"),
                        row.getBoolean("closed")),
                row.getInt("version"));
    }
}
