package io.jari.booking;

import io.jari.booking.TodayBodies.RackEntry;
import io.jari.booking.TodayBodies.RackRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Rooms by nights: who is where, and what is out of order. */
final class RackStore {
    private RackStore() {}

    private record Row(int roomId, RackEntry entry) {}

    static List<RackRoom> rooms(Handle handle, int hotelId, LocalDate start, LocalDate end) {
        var entries = entries(handle, hotelId, start, end);
        return handle.createQuery("""
                        select room_id, number, floor, room_type_id, clean, reservation_id
                          from room left join (select room_id, min(reservation_id) as reservation_id from room_assignment
                                                where hotel_id = :hotel and checked_out_at is null group by room_id) given
                                         using (room_id)
                         where hotel_id = :hotel order by floor, number
                        """)
                .bind("hotel", hotelId)
                .map((row, _) -> new RackRoom(
                        Integer.toString(row.getInt(1)),
                        row.getString(2),
                        row.getInt(3),
                        Integer.toString(row.getInt(4)),
                        row.getBoolean(5),
                        row.getString(6),
                        entries.getOrDefault(row.getInt(1), List.of())))
                .list();
    }

    private static Map<Integer, List<RackEntry>> entries(Handle handle, int hotelId, LocalDate start, LocalDate end) {
        return handle
                .createQuery("""
                        select a.room_id, 'guest' as kind, a.start_date, a.end_date, a.reservation_id, g.name, null as reason,
                               null::int as out_of_order_id
                          from room_assignment a left join guest g using (hotel_id, reservation_id)
                         where a.hotel_id = :hotel
                           and daterange(a.start_date, a.end_date) && daterange(:start::date, :end::date)
                        union all
                        select room_id, 'out-of-order', start_date, end_date, null, null, reason, out_of_order_id
                          from out_of_order
                         where hotel_id = :hotel and ended_at is null and start_date < :end and end_date > :start
                         order by 3, 4
                        """)
                .bind("hotel", hotelId)
                .bind("start", start)
                .bind("end", end)
                .map((row, _) -> new Row(
                        row.getInt(1),
                        new RackEntry(
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8))))
                .stream()
                .collect(Collectors.groupingBy(Row::roomId, Collectors.mapping(Row::entry, Collectors.toList())));
    }
}
