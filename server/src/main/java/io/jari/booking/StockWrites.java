package io.jari.booking;

import io.jari.core.stay.InventoryChanges;
import io.jari.db.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Changes sold nights: sums per row, in the order of their keys, and only where the limit allows. */
final class StockWrites {
    private static final String SET = """
               set total_reserved = i.total_reserved + d.delta, version = ?,
                   sell_limit = case when d.delta < 0 then greatest(i.sell_target, i.total_reserved + d.delta)
                                     else i.sell_limit end
            """;

    private StockWrites() {}

    /** How much one row changes; room type 0 is the house. */
    record Delta(int hotelId, int roomTypeId, int day, int delta, Nights.Row before) {
        boolean isHouse() {
            return roomTypeId == Nights.HOUSE;
        }
    }

    /** What the rows change by: rooms by type and night, then the house, as rows are locked. */
    static List<Delta> deltas(int hotelId, Nights nights, InventoryChanges changes) {
        var deltas = new ArrayList<Delta>();
        var types = changes.typeIds();
        var typeDays = changes.typeDays();
        var typeDeltas = changes.typeDeltas();
        for (var i = 0; i < types.length; i++) {
            deltas.add(new Delta(hotelId, types[i], typeDays[i], typeDeltas[i], nights.row(types[i], typeDays[i])));
        }
        var houseDays = changes.houseDays();
        var houseDeltas = changes.houseDeltas();
        for (var i = 0; i < houseDays.length; i++) {
            var before = nights.row(Nights.HOUSE, houseDays[i]);
            deltas.add(new Delta(hotelId, Nights.HOUSE, houseDays[i], houseDeltas[i], before));
        }
        return deltas;
    }

    static void write(Pipeline pipeline, List<Delta> deltas, long version, BookingWrites.Guard guard) {
        var types = deltas.stream().filter(d -> !d.isHouse()).toList();
        var house = deltas.stream().filter(Delta::isHouse).toList();
        if (!types.isEmpty()) {
            pipeline.update(
                    "update room_type_inventory i\n" + SET + """
                              from unnest(?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[]) as d(h, t, day, delta, version)
                             where i.hotel_id = d.h and i.room_type_id = d.t and i.date = date '1970-01-01' + d.day
                            """ + guard.on("i.stop_sale"),
                    types.size(),
                    slots -> slots.set(1, version)
                            .set(2, ints(types, Delta::hotelId))
                            .set(3, ints(types, Delta::roomTypeId))
                            .set(4, ints(types, Delta::day))
                            .set(5, ints(types, Delta::delta))
                            .set(6, versions(types)));
        }
        if (!house.isEmpty()) {
            pipeline.update(
                    "update house_inventory i\n" + SET + """
                              from unnest(?::int[], ?::int[], ?::int[], ?::bigint[]) as d(h, day, delta, version)
                             where i.hotel_id = d.h and i.date = date '1970-01-01' + d.day
                            """ + guard.on("false"),
                    house.size(),
                    slots -> slots.set(1, version)
                            .set(2, ints(house, Delta::hotelId))
                            .set(3, ints(house, Delta::day))
                            .set(4, ints(house, Delta::delta))
                            .set(5, versions(house)));
        }
    }

    /** The rows as they stand after the change, for those who follow: room type, day, reserved. */
    static int[] rowsAfter(List<Delta> deltas) {
        return deltas.stream()
                .flatMapToInt(d -> java.util.stream.IntStream.of(
                        d.roomTypeId(), d.day(), d.before().reserved() + d.delta()))
                .toArray();
    }

    private static int[] ints(List<Delta> deltas, ToIntFunction<Delta> column) {
        return deltas.stream().mapToInt(column).toArray();
    }

    private static long[] versions(List<Delta> deltas) {
        return deltas.stream().mapToLong(d -> d.before().version()).toArray();
    }
}
