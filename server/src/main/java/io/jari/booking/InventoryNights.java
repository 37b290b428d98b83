package io.jari.booking;

import io.jari.journal.Change;
import io.jari.rate.NightStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The nights as those see them who set prices. */
@ApplicationScoped
public class InventoryNights implements NightStock {

    @Override
    public List<Night> nights(Handle handle, int hotelId, LocalDate start, LocalDate end) {
        return handle.createQuery("""
                        select room_type_id, date,
                               case total_inventory when 0 then 100 else total_reserved * 100 / total_inventory end,
                               stop_sale
                          from room_type_inventory
                         where hotel_id = :hotel and date >= :start and date < :end
                         order by room_type_id, date
                        """)
                .bind("hotel", hotelId)
                .bind("start", start)
                .bind("end", end)
                .map((row, context) ->
                        new Night(row.getInt(1), row.getObject(2, LocalDate.class), row.getInt(3), row.getBoolean(4)))
                .list();
    }

    @Override
    public void stopSale(Change change, int hotelId, List<Stop> stops) {
        change.handle()
                .createUpdate("""
                        update room_type_inventory i set stop_sale = s.stopped, version = :version
                          from unnest(:types::int[], :dates::date[], :stopped::boolean[]) as s(room_type_id, date, stopped)
                         where i.hotel_id = :hotel and i.room_type_id = s.room_type_id and i.date = s.date
                        """)
                .bind("version", change.version())
                .bind("hotel", hotelId)
                .bind("types", array(stops, Stop::roomTypeId))
                .bind("dates", array(stops, Stop::date))
                .bind("stopped", array(stops, Stop::stopSale))
                .execute();
        change.stockChanged();
    }

    /** As PostgreSQL writes an array; numbers, dates and truth values need no quotes. */
    private static String array(List<Stop> stops, Function<Stop, Object> value) {
        return stops.stream()
                .map(value)
                .map(Object::toString)
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
