package io.jari.booking;

import io.jari.core.stay.HotelClock;
import io.jari.hotel.OversoldNight;
import io.jari.hotel.RoomStock;
import io.jari.journal.Change;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Totals, targets and limits of nights, set by set. The limit never falls below what is reserved. */
final class CapacityStore {
    private static final int MOST_OVERSOLD = 1_000;

    /** The nights of a span that are for sale. */
    private static final String NIGHTS = """
            with hotel_today as (
                select *, (:now at time zone time_zone)::date as today from hotel where hotel_id = :hotel
            ), span as (
                select greatest(today, :start::date) as first, least(inventory_until, :end::date) as until from hotel_today
            ), night as (
                select first + n as date from span, generate_series(0, until - first - 1) n
            )
            """;

    private static final String TYPES = NIGHTS + """
            , rooms as (
                select room_type_id, count(*)::int as n from room where hotel_id = :hotel group by room_type_id
            ), broken as (
                select r.room_type_id, night.date, count(distinct r.room_id)::int as n
                  from out_of_order o
                  join room r using (hotel_id, room_id)
                  join night on night.date >= o.start_date and night.date < o.end_date
                 where o.hotel_id = :hotel and o.ended_at is null
                 group by r.room_type_id, night.date
            ), wanted as (
                select t.room_type_id, night.date, coalesce(rooms.n, 0) - coalesce(broken.n, 0) as total,
                       coalesce(t.overbooking_percent, h.overbooking_percent) as percent
                  from hotel_today h
                  join room_type t using (hotel_id)
                 cross join night
                  left join rooms using (room_type_id)
                  left join broken on broken.room_type_id = t.room_type_id and broken.date = night.date
                 where :type in (0, t.room_type_id)
            )
            insert into room_type_inventory as i
                   (hotel_id, room_type_id, date, total_inventory, sell_target, sell_limit, version)
            select :hotel, room_type_id, date, total, total * (100 + percent) / 100, total * (100 + percent) / 100, :version
              from wanted
             order by room_type_id, date
                on conflict (hotel_id, room_type_id, date) do update
               set total_inventory = excluded.total_inventory, sell_target = excluded.sell_target,
                   sell_limit = greatest(excluded.sell_target, i.total_reserved), version = excluded.version
             where (i.total_inventory, i.sell_target, i.sell_limit) is distinct from
                   (excluded.total_inventory, excluded.sell_target, greatest(excluded.sell_target, i.total_reserved))
            """;

    private static final String HOUSE = NIGHTS + """
            , wanted as (
                select night.date, coalesce(sum(i.total_inventory), 0)::int as total, h.house_limit_percent as percent
                  from hotel_today h
                 cross join night
                  left join room_type_inventory i on i.hotel_id = :hotel and i.date = night.date
                 group by night.date, h.house_limit_percent
            )
            insert into house_inventory as i (hotel_id, date, total_inventory, sell_target, sell_limit, version)
            select :hotel, date, total, total * (100 + percent) / 100, total * (100 + percent) / 100, :version
              from wanted
             order by date
                on conflict (hotel_id, date) do update
               set total_inventory = excluded.total_inventory, sell_target = excluded.sell_target,
                   sell_limit = greatest(excluded.sell_target, i.total_reserved), version = excluded.version
             where (i.total_inventory, i.sell_target, i.sell_limit) is distinct from
                   (excluded.total_inventory, excluded.sell_target, greatest(excluded.sell_target, i.total_reserved))
            """;

    private static final String OVERSOLD = NIGHTS + """
            select room_type_id, date, total_reserved, sell_target
              from room_type_inventory join night using (date)
             where hotel_id = :hotel and total_reserved > sell_target and :type in (0, room_type_id)
            union all
            select 0, date, total_reserved, sell_target
              from house_inventory join night using (date)
             where hotel_id = :hotel and total_reserved > sell_target
             order by 2, 1 limit :most
            """;

    private CapacityStore() {}

    static void count(Change change, int hotelId, int roomTypeId, @Nullable LocalDate start, @Nullable LocalDate end) {
        for (var sql : List.of(TYPES, HOUSE)) {
            change.handle()
                    .createUpdate(sql)
                    .bindMap(span(change, hotelId, start, end))
                    .bind("type", roomTypeId)
                    .bind("version", change.version())
                    .execute();
        }
    }

    static List<OversoldNight> oversold(
            Change change, int hotelId, int roomTypeId, @Nullable LocalDate start, @Nullable LocalDate end) {
        return change.handle()
                .createQuery(OVERSOLD)
                .bindMap(span(change, hotelId, start, end))
                .bind("type", roomTypeId)
                .bind("most", MOST_OVERSOLD)
                .map((row, context) -> new OversoldNight(
                        row.getInt(1) == 0 ? null : Integer.toString(row.getInt(1)),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getInt(4)))
                .list();
    }

    private static Map<String, @Nullable Object> span(
            Change change, int hotelId, @Nullable LocalDate start, @Nullable LocalDate end) {
        var span = new java.util.HashMap<String, @Nullable Object>();
        span.put("hotel", hotelId);
        span.put("now", change.now().atOffset(ZoneOffset.UTC));
        span.put("start", start);
        span.put("end", end);
        return span;
    }

    /** The hotel's local day, the same without what a demo's clock is ahead, and up to where its nights exist. */
    record Horizon(
            LocalDate today, LocalDate passed, @Nullable LocalDate until) {
        LocalDate wanted() {
            return today.plusDays(HotelClock.HORIZON_NIGHTS);
        }

        boolean isDue() {
            return until == null || until.isBefore(wanted());
        }

        LocalDate firstMissing() {
            return until == null || until.isBefore(today) ? today : until;
        }
    }

    static Optional<Horizon> horizon(Change change, int hotelId) {
        return change.handle()
                .createQuery("""
                        select (:now at time zone time_zone)::date,
                               (least(:now, clock_timestamp()) at time zone time_zone)::date,
                               inventory_until
                          from hotel where hotel_id = :hotel
                        """)
                .bind("now", change.now().atOffset(ZoneOffset.UTC))
                .bind("hotel", hotelId)
                .map((row, context) -> new Horizon(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class)))
                .findOne();
    }

    static void horizon(Change change, int hotelId, LocalDate until) {
        change.handle().execute("update hotel set inventory_until = ? where hotel_id = ?", until, hotelId);
    }

    static RoomStock.Reservations reservations(Handle handle, int hotelId, int roomTypeId) {
        return handle.createQuery("""
                        select count(*)::int,
                               (count(*) filter (where status in ('pending', 'paid') and stay in ('booked', 'checked_in')
                                                   and end_date > (jari_now() at time zone time_zone)::date))::int
                          from reservation join hotel using (hotel_id)
                         where hotel_id = :hotel and :type in (0, room_type_id)
                        """)
                .bind("hotel", hotelId)
                .bind("type", roomTypeId)
                .map((row, context) -> new RoomStock.Reservations(row.getInt(1), row.getInt(2)))
                .one();
    }

    static int stays(Handle handle, int hotelId, int roomId) {
        return handle.createQuery("""
                        select count(*)::int
                          from room_assignment join hotel using (hotel_id)
                         where hotel_id = :hotel and room_id = :room and checked_out_at is null
                           and end_date > (jari_now() at time zone time_zone)::date
                        """)
                .bind("hotel", hotelId)
                .bind("room", roomId)
                .mapTo(Integer.class)
                .one();
    }

    static void remove(Handle handle, int hotelId, int roomTypeId) {
        for (var table : List.of("room_type_inventory", "room_type_inventory_archive")) {
            handle.execute(
                    "delete from " + table + " where hotel_id = ? and ? in (0, room_type_id)", hotelId, roomTypeId);
        }
        if (roomTypeId == RoomStock.ALL) {
            handle.execute("delete from house_inventory where hotel_id = ?", hotelId);
            handle.execute("delete from house_inventory_archive where hotel_id = ?", hotelId);
        }
    }
}
