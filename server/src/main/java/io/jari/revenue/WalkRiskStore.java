package io.jari.revenue;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads how often nobody came. */
final class WalkRiskStore {
    /**
     * By day of arrival. What is not marked yet as arrived or as a no-show tells nothing, and does not count; nor does what was canceled
     * while that was free, for such a room can be sold again.
     */
    private static final String SEEN = """
            with day as (
                select (jari_now() at time zone time_zone)::date as today from hotel where hotel_id = :hotel
            )
            select day.today,
                   coalesce(sum(r.rooms) filter (where r.stay in ('checked_in', 'checked_out', 'walked')), 0)::int,
                   coalesce(sum(r.rooms) filter (where r.stay = 'no_show'), 0)::int,
                   coalesce(sum(r.rooms) filter (where r.stay = 'booked' and r.status in ('canceled', 'refunded')
                                                   and r.fee_charged > 0), 0)::int
              from day
              left join reservation r
                     on r.hotel_id = :hotel and r.start_date >= day.today - :days and r.start_date < day.today
             group by day.today
            """;

    private WalkRiskStore() {}

    record Seen(LocalDate today, int came, int noShows, int canceledLate) {}

    static Seen seen(Handle handle, int hotelId, int days) {
        return handle.createQuery(SEEN)
                .bind("hotel", hotelId)
                .bind("days", days)
                .map((row, _) ->
                        new Seen(row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3), row.getInt(4)))
                .one();
    }

    /** How many rooms each room type has. */
    static Map<Integer, Integer> rooms(Handle handle, int hotelId) {
        record Row(int roomTypeId, int rooms) {}
        return handle
                .createQuery("select room_type_id, count(*)::int from room where hotel_id = :hotel group by 1")
                .bind("hotel", hotelId)
                .map((row, _) -> new Row(row.getInt(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Row::roomTypeId, Row::rooms));
    }
}
