package io.jari.booking;

import io.jari.journal.Change;
import java.time.LocalDate;
import java.util.List;

/** Where nights go that are over: those before the hotel's yesterday. */
final class InventoryArchive {
    private static final List<String> MOVES = List.of("""
            with gone as (
                delete from room_type_inventory where hotel_id = ? and date < ? returning *
            )
            insert into room_type_inventory_archive select * from gone
                on conflict (hotel_id, room_type_id, date) do update
               set total_inventory = excluded.total_inventory, sell_target = excluded.sell_target,
                   sell_limit = excluded.sell_limit, total_reserved = excluded.total_reserved,
                   version = excluded.version, stop_sale = excluded.stop_sale
            """, """
            with gone as (
                delete from house_inventory where hotel_id = ? and date < ? returning *
            )
            insert into house_inventory_archive select * from gone
                on conflict (hotel_id, date) do update
               set total_inventory = excluded.total_inventory, sell_target = excluded.sell_target,
                   sell_limit = excluded.sell_limit, total_reserved = excluded.total_reserved,
                   version = excluded.version
            """);

    private InventoryArchive() {}

    /** Moves them; how many rows there were. */
    static int move(Change change, int hotelId, LocalDate passed) {
        var yesterday = passed.minusDays(1);
        return MOVES.stream()
                .mapToInt(sql -> change.handle().execute(sql, hotelId, yesterday))
                .sum();
    }
}
