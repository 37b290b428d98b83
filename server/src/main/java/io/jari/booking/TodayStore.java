package io.jari.booking;

import io.jari.booking.ReservationLookup.Found;
import io.jari.booking.TodayBodies.Counts;
import io.jari.booking.TodayBodies.Oversold;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What a hotel's day looks like. */
final class TodayStore {
    private static final String ARRIVALS =
            "r.start_date = :date and r.status in ('pending', 'paid') and r.stay in ('booked', 'checked_in')";
    private static final String DEPARTURES = "r.end_date = :date and r.stay in ('checked_in', 'checked_out')";
    private static final String NOT_ARRIVED =
            "r.start_date < :date and r.start_date >= :date - 90 and r.status = 'paid' and r.stay = 'booked'";
    private static final int MOST = 500;

    private TodayStore() {}

    /** The hotel's local date, or nothing where there is no such hotel. */
    static Optional<LocalDate> today(Handle handle, int hotelId) {
        return handle.createQuery("select (jari_now() at time zone time_zone)::date from hotel where hotel_id = :hotel")
                .bind("hotel", hotelId)
                .mapTo(LocalDate.class)
                .findOne();
    }

    static List<Found> arrivals(Handle handle, int hotelId, LocalDate date) {
        return stays(handle, hotelId, date, ARRIVALS);
    }

    static List<Found> departures(Handle handle, int hotelId, LocalDate date) {
        return stays(handle, hotelId, date, DEPARTURES);
    }

    static List<Found> notArrived(Handle handle, int hotelId, LocalDate date) {
        return stays(handle, hotelId, date, NOT_ARRIVED);
    }

    private static List<Found> stays(Handle handle, int hotelId, LocalDate date, String which) {
        return handle.createQuery("select " + ReservationRows.COLUMNS + """
                        , g.name, g.phone, g.email, g.party_size, g.note
                          from reservation r left join guest g using (hotel_id, reservation_id)
                         where r.hotel_id = :hotel and %s
                         order by g.name, r.reservation_id limit %d
                        """.formatted(which, MOST))
                .bind("hotel", hotelId)
                .bind("date", date)
                .map((row, _) -> DeskSearch.found(row))
                .list();
    }

    static Counts counts(Handle handle, int hotelId, LocalDate date) {
        return handle.createQuery("""
                        select count(*) filter (where %1$s) as arrivals,
                               count(*) filter (where %1$s and r.stay = 'checked_in') as arrived,
                               count(*) filter (where %2$s) as departures,
                               count(*) filter (where %2$s and r.stay = 'checked_out') as departed,
                               count(*) filter (where %3$s) as not_arrived,
                               (select count(distinct reservation_id) from room_assignment
                                 where hotel_id = :hotel and checked_out_at is null) as in_house,
                               (select count(*) from room_assignment
                                 where hotel_id = :hotel and checked_out_at is null) as occupied,
                               (select count(*) from room where hotel_id = :hotel and clean) as clean,
                               (select count(*) from room where hotel_id = :hotel and not clean) as dirty,
                               (select count(distinct room_id) from out_of_order
                                 where hotel_id = :hotel and ended_at is null
                                   and start_date <= :date and end_date > :date) as broken
                          from reservation r
                         where r.hotel_id = :hotel and r.start_date between :date - 366 and :date
                        """.formatted(ARRIVALS, DEPARTURES, NOT_ARRIVED))
                .bind("hotel", hotelId)
                .bind("date", date)
                .map((row, _) -> new Counts(
                        row.getInt("arrivals"),
                        row.getInt("arrived"),
                        row.getInt("departures"),
                        row.getInt("departed"),
                        row.getInt("in_house"),
                        row.getInt("not_arrived"),
                        row.getInt("occupied"),
                        row.getInt("clean"),
                        row.getInt("dirty"),
                        row.getInt("broken")))
                .one();
    }

    static List<Oversold> oversold(Handle handle, int hotelId, LocalDate date) {
        return handle.createQuery("""
                        select date, room_type_id, total_inventory, total_reserved, sell_target
                          from room_type_inventory
                         where hotel_id = :hotel and date >= :date and date < :date + 14
                           and total_reserved > total_inventory
                         order by date, room_type_id
                        """)
                .bind("hotel", hotelId)
                .bind("date", date)
                .map((row, _) -> new Oversold(
                        row.getObject(1, LocalDate.class),
                        Integer.toString(row.getInt(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5)))
                .list();
    }

    /** The numbers of the rooms that reservations have or had last. */
    static Map<String, List<String>> roomNumbers(Handle handle, int hotelId, List<String> reservationIds) {
        record Row(String reservationId, String number) {}
        return handle
                .createQuery("""
                        select distinct on (a.reservation_id, a.n) a.reservation_id, r.number
                          from room_assignment a join room r using (hotel_id, room_id)
                         where a.hotel_id = :hotel and a.reservation_id = any(:ids)
                         order by a.reservation_id, a.n, a.start_date desc
                        """)
                .bind("hotel", hotelId)
                .bind("ids", reservationIds.toArray(String[]::new))
                .map((row, _) -> new Row(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.groupingBy(
                        Row::reservationId, Collectors.mapping(Row::number, Collectors.toList())));
    }
}
