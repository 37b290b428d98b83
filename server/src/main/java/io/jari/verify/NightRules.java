package io.jari.verify;

import java.util.List;

/** What must hold for the stock of nights (I1). Past nights may keep old targets, so those count from the hotel's today. */
final class NightRules {
    /** Hotels with their local date; {@code offset 0} keeps PostgreSQL from working it out again for each night. */
    private static final String HOTELS = """
            (select hotel_id, overbooking_percent, house_limit_percent,
                    (timestamptz ':latest' at time zone time_zone)::date as today
               from hotel where hotel_id between :low and :high offset 0)\
            """;

    private static final String EPOCH = "date '1970-01-01'";
    private static final String TYPE_NIGHT =
            "format('hotel %s, room type %s, night of %s: ', hotel_id, room_type_id, date)";
    private static final String HOUSE_NIGHT = "format('hotel %s, night of %s: ', hotel_id, date)";
    private static final String NUMBERS =
            " || format('%s reserved, target %s, limit %s, %s rooms', total_reserved, sell_target, sell_limit, total_inventory)";

    /** Nights that reservations hold: early departures, no-shows and walked guests gave theirs back. */
    private static final String HELD = """
            select r.hotel_id, r.room_type_id, %1$s + d.day as date, sum(r.rooms) as held
              from reservation r
              join %2$s h using (hotel_id),
                   lateral generate_series(greatest(r.start_date, h.today) - %1$s, r.end_date - 1 - %1$s) as d(day)
             where r.hotel_id between :low and :high
               and r.status in ('pending', 'paid') and r.stay in ('booked', 'checked_in')
             group by 1, 2, 3
            """.formatted(EPOCH, HOTELS);

    private static final String OUT_OF_ORDER = """
            select o.hotel_id, room.room_type_id, %1$s + d.day as date, count(distinct o.room_id) as out_of_order
              from out_of_order o
              join %2$s h using (hotel_id)
              join (select hotel_id, room_id, room_type_id from room
                     where hotel_id between :low and :high) room using (hotel_id, room_id),
                   lateral generate_series(greatest(o.start_date, h.today) - %1$s, o.end_date - 1 - %1$s) as d(day)
             where o.hotel_id between :low and :high and o.ended_at is null
             group by 1, 2, 3
            """.formatted(EPOCH, HOTELS);

    private static final String TYPE_NIGHTS = """
            select hotel_id, room_type_id, date, i.total_inventory, i.sell_target, i.sell_limit, i.total_reserved,
                   coalesce(held.held, 0) as held,
                   date >= t.today as coming,
                   t.rooms - coalesce(o.out_of_order, 0) as working,
                   t.percent
              from (select * from room_type_inventory where hotel_id between :low and :high) i
              full join (%s) held using (hotel_id, room_type_id, date)
              left join (select hotel_id, room_type_id, h.today,
                                coalesce(t.overbooking_percent, h.overbooking_percent) as percent,
                                coalesce(rooms.rooms, 0) as rooms
                           from room_type t
                           join %s h using (hotel_id)
                           left join (select hotel_id, room_type_id, count(*) as rooms from room
                                       where hotel_id between :low and :high group by 1, 2) rooms
                             using (hotel_id, room_type_id)
                          where t.hotel_id between :low and :high offset 0) t using (hotel_id, room_type_id)
              left join (%s) o using (hotel_id, room_type_id, date)
            """.formatted(HELD, HOTELS, OUT_OF_ORDER);

    private static final String HOUSE_NIGHTS = """
            select hotel_id, date, i.total_inventory, i.sell_target, i.sell_limit, i.total_reserved,
                   types.total_inventory as types_total, types.total_reserved as types_reserved,
                   date >= h.today as coming,
                   h.house_limit_percent as percent
              from (select * from house_inventory where hotel_id between :low and :high) i
              full join (select hotel_id, date, sum(total_inventory) as total_inventory,
                                sum(total_reserved) as total_reserved
                           from room_type_inventory where hotel_id between :low and :high group by 1, 2) types
                using (hotel_id, date)
              left join %s h using (hotel_id)
            """.formatted(HOTELS);

    static final Sweep TYPES = new Sweep(
            "nights of room types",
            TYPE_NIGHTS,
            false,
            List.of(
                    Rule.of(
                            "room-type-limit",
                            "No room type has more rooms reserved for a night than its limit, nor fewer than none.",
                            "total_reserved > sell_limit or total_reserved < 0",
                            TYPE_NIGHT + NUMBERS),
                    Rule.of(
                            "room-type-target",
                            "A room type's target is its working rooms plus its overbooking, rounded down.",
                            "coming and sell_target <> total_inventory * (100 + percent) / 100",
                            TYPE_NIGHT + NUMBERS + " || format(', overbooking %s %%', percent)"),
                    Rule.of(
                            "room-type-ratchet",
                            "A room type's limit is its target, or what is reserved where that is more.",
                            "sell_limit <> greatest(sell_target, total_reserved)",
                            TYPE_NIGHT + NUMBERS),
                    Rule.of(
                            "rooms-counted",
                            "A room type's rooms of a coming night are those it has, less those out of order.",
                            "coalesce(coming, true) and total_inventory <> coalesce(working, 0)",
                            TYPE_NIGHT + " || format('%s rooms, %s work', total_inventory, coalesce(working, 0))"),
                    Rule.of(
                            "recount",
                            "For each coming night as many rooms are reserved as its reservations hold together.",
                            "coalesce(coming, true) and coalesce(total_reserved, 0) <> held",
                            TYPE_NIGHT
                                    + " || format('%s reserved, reservations hold %s', coalesce(total_reserved, 0), held)")));

    static final Sweep HOUSES = new Sweep(
            "nights of houses",
            HOUSE_NIGHTS,
            false,
            List.of(
                    Rule.of(
                            "house-limit",
                            "No hotel has more rooms reserved for a night than the house's limit, nor fewer than none.",
                            "total_reserved > sell_limit or total_reserved < 0",
                            HOUSE_NIGHT + NUMBERS),
                    Rule.of(
                            "house-target",
                            "A house's target is its working rooms plus its overbooking, rounded down.",
                            "coming and sell_target <> total_inventory * (100 + percent) / 100",
                            HOUSE_NIGHT + NUMBERS + " || format(', overbooking %s %%', percent)"),
                    Rule.of(
                            "house-ratchet",
                            "A house's limit is its target, or what is reserved where that is more.",
                            "sell_limit <> greatest(sell_target, total_reserved)",
                            HOUSE_NIGHT + NUMBERS),
                    Rule.of(
                            "house-sum",
                            "A house's night counts what its room types count together, rooms and reserved.",
                            """
                            coalesce(coming, true)
                            and (coalesce(total_reserved, -1) <> coalesce(types_reserved, 0)
                                 or coalesce(total_inventory, -1) <> coalesce(types_total, 0))
                            """,
                            HOUSE_NIGHT + """
                                     || format('house %s reserved of %s rooms, types together %s of %s',
                                               coalesce(total_reserved, 0), coalesce(total_inventory, 0),
                                               coalesce(types_reserved, 0), coalesce(types_total, 0))
                                    """)));

    private NightRules() {}
}
