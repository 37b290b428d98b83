package io.jari.booking;

import io.jari.booking.ReservationLookup.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds stays of one hotel by what a guest at the desk can say. Reads the hotel's partition, for a few seconds at most. */
@ApplicationScoped
public class DeskSearch {
    private final Jdbi jdbi;

    public DeskSearch(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** The latest arrival first. */
    List<Found> find(int hotelId, DeskQuery query) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set local statement_timeout = '5s'");
            return find(handle, hotelId, query);
        });
    }

    private static List<Found> find(Handle handle, int hotelId, DeskQuery query) {
        var after = query.after();
        return handle.createQuery("select " + ReservationRows.COLUMNS + """
                        , g.name, g.phone, g.email, g.party_size, g.note
                          from reservation r left join guest g using (hotel_id, reservation_id)
                         where r.hotel_id = :hotel
                        """ + date(query) + """
                           and (:id::text is null or r.reservation_id = :id)
                           and (:status::text is null or r.status = :status)
                           and (:stay::text is null or r.stay = :stay)
                           and (:name::text is null or strpos(lower(g.name), :name) > 0)
                           and (:email::text is null or strpos(lower(g.email), :email) > 0)
                           and (:phone::text is null or strpos(regexp_replace(g.phone, '[^0-9]', '', 'g'), :phone) > 0)
                           and (:afterDate::date is null or (r.start_date, r.reservation_id) < (:afterDate, :afterId))
                         order by r.start_date desc, r.reservation_id desc limit :limit
                        """)
                .bind("hotel", hotelId)
                .bind("date", query.date())
                .bind("id", query.reservationId())
                .bind("status", query.status())
                .bind("stay", query.stay())
                .bind("name", lower(query.name()))
                .bind("email", lower(query.email()))
                .bind("phone", digits(query.phone()))
                .bind("afterDate", after == null ? null : after.startDate())
                .bind("afterId", after == null ? null : after.reservationId())
                .bind("limit", query.limit())
                .map((row, _) -> found(row))
                .list();
    }

    private static String date(DeskQuery query) {
        if (query.date() == null) {
            return " and :date::date is null ";
        }
        return switch (query.on()) {
            case ARRIVAL -> " and r.start_date = :date ";
            case DEPARTURE -> " and r.end_date = :date ";
            case IN_HOUSE -> " and r.start_date <= :date and r.end_date > :date ";
        };
    }

    static Found found(ResultSet row) throws SQLException {
        var guest = row.getString("name") == null
                ? null
                : new GuestDetails(
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getInt("party_size"),
                        row.getString("note"));
        return new Found(ReservationRows.read(row), guest);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String digits(@Nullable String text) {
        return text == null ? null : text.replaceAll("[^0-9]", "");
    }
}
