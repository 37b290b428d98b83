package io.jari.booking;

import io.jari.http.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads reservations as they stand. */
@ApplicationScoped
public class ReservationLookup {
    private static final int MOST_ALIKE = 20;
    private final DataSource dataSource;

    public ReservationLookup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A reservation and who comes; the guest is gone once erased. */
    public record Found(Reservation reservation, @Nullable GuestDetails guest) {}

    /** Some reservations, and the cursor to those after them. */
    record Page(List<Reservation> reservations, @Nullable String next) {}

    public Optional<Found> find(int hotelId, String reservationId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select " + ReservationRows.COLUMNS + """
                        , g.name, g.phone, g.email, g.party_size, g.note
                          from reservation r left join guest g using (hotel_id, reservation_id)
                         where r.hotel_id = ? and r.reservation_id = ?
                        """)) {
            select.setInt(1, hotelId);
            select.setString(2, reservationId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var guest = row.getString("name") == null
                        ? null
                        : new GuestDetails(
                                row.getString("name"),
                                row.getString("phone"),
                                row.getString("email"),
                                row.getInt("party_size"),
                                row.getString("note"));
                return Optional.of(new Found(ReservationRows.read(row), guest));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("reservation " + reservationId, e);
        }
    }

    /** Other reservations of the same account for the same hotel and nights, newest first. */
    List<String> alike(int hotelId, String reservationId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select o.reservation_id
                          from reservation r
                          join reservation o on o.hotel_id = r.hotel_id and o.start_date = r.start_date and o.end_date = r.end_date
                                            and o.account_id = r.account_id and o.reservation_id <> r.reservation_id
                         where r.hotel_id = ? and r.reservation_id = ?
                         order by o.created_at desc limit ?
                        """)) {
            select.setInt(1, hotelId);
            select.setString(2, reservationId);
            select.setInt(3, MOST_ALIKE);
            var ids = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("reservations like " + reservationId, e);
        }
    }

    Page ofAccount(long accountId, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : Place.parse(cursor);
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select " + ReservationRows.COLUMNS + """
                         from reservation r
                         where r.account_id = ?
                           and (r.created_at, r.reservation_id) < (coalesce(?::timestamptz, 'infinity'), coalesce(?, ''))
                         order by r.created_at desc, r.reservation_id desc limit ?
                        """)) {
            select.setLong(1, accountId);
            select.setString(2, after == null ? null : after.createdAt().toString());
            select.setString(3, after == null ? null : after.reservationId());
            select.setInt(4, limit + 1);
            var found = new ArrayList<Reservation>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(ReservationRows.read(rows));
                }
            }
            return found.size() <= limit
                    ? new Page(found, null)
                    : new Page(found.subList(0, limit), Place.of(found.get(limit - 1)));
        } catch (SQLException e) {
            throw new IllegalStateException("reservations of account " + accountId, e);
        }
    }

    /** Where a page ended. */
    private record Place(Instant createdAt, String reservationId) {
        static Place parse(String cursor) {
            return Cursor.parse(cursor, 2, parts -> new Place(Cursor.time(parts.get(0)), parts.get(1)));
        }

        static String of(Reservation last) {
            return Cursor.of(last.createdAt(), last.reservationId());
        }
    }
}
