package io.jari.hotel;

import io.jari.http.Bilingual;
import io.jari.http.Prose;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HotelStore {
    private static final Pattern LIKE_SIGNS = Pattern.compile("[\\\\%_]");
    private final Jdbi jdbi;

    HotelStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    int nextId() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select nextval(pg_get_serial_sequence('hotel', 'hotel_id'))")
                        .mapTo(Integer.class)
                        .one());
    }

    Optional<Hotel> find(int hotelId) {
        return jdbi.withHandle(handle -> find(handle, hotelId));
    }

    static Optional<Hotel> find(Handle handle, int hotelId) {
        return handle.createQuery("select * from hotel where hotel_id = :id")
                .bind("id", hotelId)
                .map(HotelStore::hotel)
                .findOne();
    }

    /** Open hotels in the order of their ids; city matches wholly in either language, q anywhere in name and place. */
    List<Hotel> page(@Nullable String city, @Nullable String q, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from hotel
                         where not closed and hotel_id > :after
                           and (:city::text is null or lower(city_en) = lower(:city) or city_ko = :city)
                           and (:q::text is null
                                or concat_ws(' ', name_ko, name_en, city_ko, city_en, address_ko, address_en)
                                   ilike :q)
                         order by hotel_id limit :limit
                        """)
                .bind("after", after)
                .bind("city", city)
                .bind("q", q == null ? null : "%" + LIKE_SIGNS.matcher(q).replaceAll("\\\\$0") + "%")
                .bind("limit", limit)
                .map(HotelStore::hotel)
                .list());
    }

    static void insert(Handle handle, int hotelId, HotelDetails details) {
        handle.createUpdate("""
                        insert into hotel (hotel_id, name_ko, name_en, text_ko, text_en, country, city_ko, city_en,
                            address_ko, address_en, time_zone, currency, check_in, check_out, closed,
                            free_until_days, free_until_time, fee_kind, fee_percent)
                        values (:id, :name.ko, :name.en, :description.ko, :description.en, :country, :city.ko, :city.en,
                            :address.ko, :address.en, :timeZone, :currency, :checkIn, :checkOut, :closed,
                            :cancellation.freeUntilDays, :cancellation.freeUntilTime, :cancellation.fee,
                            :cancellation.feePercent)
                        """).bind("id", hotelId).bindMethods(details).execute();
    }

    static void update(Handle handle, int hotelId, HotelDetails details) {
        handle.createUpdate("""
                        update hotel
                           set name_ko = :name.ko, name_en = :name.en, text_ko = :description.ko,
                               text_en = :description.en, country = :country, city_ko = :city.ko, city_en = :city.en,
                               address_ko = :address.ko, address_en = :address.en, time_zone = :timeZone,
                               check_in = :checkIn, check_out = :checkOut, closed = :closed,
                               free_until_days = :cancellation.freeUntilDays,
                               free_until_time = :cancellation.freeUntilTime,
                               fee_kind = :cancellation.fee, fee_percent = :cancellation.feePercent,
                               version = version + 1
                         where hotel_id = :id
                        """).bind("id", hotelId).bindMethods(details).execute();
    }

    static void update(Handle handle, int hotelId, HotelSettings settings) {
        handle.createUpdate("""
                        update hotel
                           set overbooking_percent = :overbookingPercent, house_limit_percent = :houseLimitPercent,
                               pending_minutes = :pendingMinutes, confirm_change_percent = :confirmChangePercent,
                               version = version + 1
                         where hotel_id = :id
                        """).bind("id", hotelId).bindMethods(settings).execute();
    }

    static void close(Handle handle, int hotelId) {
        handle.execute("update hotel set closed = true, version = version + 1 where hotel_id = ?", hotelId);
    }

    static void delete(Handle handle, int hotelId) {
        for (var table : List.of("rate_change_night", "rate_change", "room_type_rate", "room", "room_type", "hotel")) {
            handle.execute("delete from " + table + " where hotel_id = ?", hotelId);
        }
    }

    private static Hotel hotel(ResultSet row, StatementContext context) throws SQLException {
        return new Hotel(
                Integer.toString(row.getInt("hotel_id")),
                new HotelDetails(
                        both(row, "name"),
                        new Prose(row.getString("text_ko"), row.getString("text_en")),
                        row.getString("country"),
                        both(row, "city"),
                        both(row, "address"),
                        row.getString("time_zone"),
                        row.getString("currency"),
                        row.getObject("check_in", LocalTime.class),
                        row.getObject("check_out", LocalTime.class),
                        row.getBoolean("closed"),
                        new Cancellation(
                                row.getInt("free_until_days"),
                                row.getObject("free_until_time", LocalTime.class),
                                row.getString("fee_kind"),
                                row.getInt("fee_percent"))),
                new HotelSettings(
                        row.getInt("overbooking_percent"),
                        row.getInt("house_limit_percent"),
                        row.getInt("pending_minutes"),
                        row.getInt("confirm_change_percent")),
                row.getInt("version"));
    }

    static Bilingual both(ResultSet row, String column) throws SQLException {
        return new Bilingual(row.getString(column + "_ko"), row.getString(column + "_en"));
    }
}
