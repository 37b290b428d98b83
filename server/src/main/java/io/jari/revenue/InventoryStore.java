package io.jari.revenue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the nights that are on sale. */
final class InventoryStore {
    /** The house is room type 0. */
    private static final String NIGHTS = """
            with broken as (
                select r.room_type_id, o.start_date, o.end_date, o.room_id
                  from out_of_order o join room r using (hotel_id, room_id)
                 where o.hotel_id = :hotel and o.ended_at is null and o.start_date < :end and o.end_date > :start
            )
            select room_type_id, date, total_inventory,
                   (select count(distinct b.room_id) from broken b
                     where b.room_type_id = i.room_type_id and b.start_date <= i.date and b.end_date > i.date)::int,
                   total_reserved, sell_target, stop_sale
              from room_type_inventory i
             where hotel_id = :hotel and date >= :start and date < :end
            union all
            select 0, date, total_inventory, 0, total_reserved, sell_target, false
              from house_inventory
             where hotel_id = :hotel and date >= :start and date < :end
             order by 1, 2
            """;

    private InventoryStore() {}

    record Night(int roomTypeId, LocalDate date, int rooms, int outOfOrder, int sold, int target, boolean stopSale) {

        /** As prices count it. */
        int percentSold() {
            return rooms == 0 ? 100 : Math.toIntExact(sold * 100L / rooms);
        }
    }

    /** When it is now, and how old the prices may be at most. */
    record Moment(Instant now, long ratesVersion) {}

    static Moment moment(Handle handle, int hotelId) {
        return handle.createQuery("""
                        select jari_now(), coalesce(
                            (select rates_version from partition_head where id = :hotel and kind = 1), 0)
                        """)
                .bind("hotel", hotelId)
                .map((row, _) ->
                        new Moment(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)))
                .one();
    }

    static List<Night> nights(Handle handle, int hotelId, Span span) {
        return handle.createQuery(NIGHTS)
                .bind("hotel", hotelId)
                .bind("start", span.start())
                .bind("end", span.end())
                .map((row, _) -> new Night(
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getBoolean(7)))
                .list();
    }
}
