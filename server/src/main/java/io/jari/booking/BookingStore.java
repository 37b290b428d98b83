package io.jari.booking;

import io.jari.db.Partition;
import io.jari.db.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** What the strategies of booking read before they decide. Hotels stand beside every key: no statement needs two shards. */
final class BookingStore {
    private static final int HOTEL = Partition.Kind.HOTEL.code();

    private BookingStore() {}

    /** Locks the head of the first hotel, waiting for it, then those further heads that nobody else holds. */
    static void lockHeads(
            Pipeline pipeline, int first, List<Integer> further, Guards guards, BiConsumer<Integer, Long> head) {
        pipeline.query(
                "select id, rates_version from partition_head where id = ? and kind = " + HOTEL + guards.waiting(),
                slots -> slots.set(1, (long) first),
                row -> head.accept(row.getInt(1), row.getLong(2)));
        if (!further.isEmpty()) {
            pipeline.query(
                    "select id, rates_version from partition_head where id = any(?) and kind = " + HOTEL
                            + " order by id" + guards.skipping(),
                    slots -> slots.set(
                            1, further.stream().mapToLong(Integer::longValue).toArray()),
                    row -> head.accept(row.getInt(1), row.getLong(2)));
        }
    }

    /** Reads a head without locking it. */
    static void head(Pipeline pipeline, int hotelId, Consumer<Long> ratesVersion) {
        pipeline.query(
                "select rates_version from partition_head where id = ? and kind = " + HOTEL,
                slots -> slots.set(1, (long) hotelId),
                row -> ratesVersion.accept(row.getLong(1)));
    }

    /** The time of all decisions of a transaction, and the version of what it will write. */
    static void nowAndVersion(Pipeline pipeline, ObjLongConsumer<Instant> both) {
        pipeline.query(
                "select jari_now(), nextval('partition_version')",
                _ -> {},
                row -> both.accept(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)));
    }

    /** A reservation's name: hotel and id. */
    record Key(int hotelId, String reservationId) {}

    static void reservations(Pipeline pipeline, List<Key> keys, Lock lock, Consumer<Reservation> each) {
        pipeline.query(
                "select " + ReservationRows.COLUMNS + """
                         from unnest(?::int[], ?::text[]) k(hotel_id, reservation_id)
                         join reservation r using (hotel_id, reservation_id)
                        """ + lock.of("r"),
                slots -> slots.set(1, keys.stream().mapToInt(Key::hotelId).toArray())
                        .texts(2, keys.stream().map(Key::reservationId).toArray()),
                row -> each.accept(ReservationRows.read(row)));
    }

    /** How rows of inventory are read. */
    enum Lock {
        NONE(""),
        /** Rows locked in the order of their key: the textbook's SELECT … FOR UPDATE. */
        ROWS(" for update of ");

        private final String clause;

        Lock(String clause) {
            this.clause = clause;
        }

        private String of(String table) {
            return this == NONE ? clause : clause + table;
        }
    }

    /** Reads the keyed rows of some hotels; see {@link Nights#key}. */
    static void nights(
            Pipeline pipeline, Map<Integer, ? extends Collection<Long>> keys, Lock lock, Map<Integer, Nights> into) {
        var types = new KeyColumns(keys, false);
        var house = new KeyColumns(keys, true);
        pipeline.query(
                """
                select i.hotel_id, i.room_type_id, i.date - date '1970-01-01', i.total_reserved, i.sell_target,
                       i.total_inventory, i.stop_sale, i.version
                  from unnest(?::int[], ?::int[], ?::int[]) k(h, t, d)
                  join room_type_inventory i
                    on i.hotel_id = k.h and i.room_type_id = k.t and i.date = date '1970-01-01' + k.d
                 order by i.hotel_id, i.room_type_id, i.date""" + lock.of("i"),
                slots -> slots.set(1, types.hotels).set(2, types.roomTypes).set(3, types.days),
                row -> put(into, row));
        pipeline.query(
                """
                select i.hotel_id, 0, i.date - date '1970-01-01', i.total_reserved, i.sell_target,
                       i.total_inventory, false, i.version
                  from unnest(?::int[], ?::int[]) k(h, d)
                  join house_inventory i on i.hotel_id = k.h and i.date = date '1970-01-01' + k.d
                 order by i.hotel_id, i.date""" + lock.of("i"), slots -> slots.set(1, house.hotels).set(2, house.days), row -> put(into, row));
    }

    private static void put(Map<Integer, Nights> into, ResultSet row) throws SQLException {
        into.computeIfAbsent(row.getInt(1), _ -> new Nights())
                .put(
                        row.getInt(2),
                        row.getInt(3),
                        new Nights.Row(row.getInt(4), row.getInt(5), row.getInt(6), row.getBoolean(7), row.getLong(8)));
    }

    /** Keys as parallel arrays, either of room types or of houses. */
    private static final class KeyColumns {
        private final int[] hotels;
        private final int[] roomTypes;
        private final int[] days;

        KeyColumns(Map<Integer, ? extends Collection<Long>> keys, boolean house) {
            var size = (int) keys.values().stream()
                    .flatMap(Collection::stream)
                    .filter(k -> isHouse(k) == house)
                    .count();
            hotels = new int[size];
            roomTypes = new int[size];
            days = new int[size];
            var i = 0;
            for (var entry : keys.entrySet()) {
                for (long key : entry.getValue()) {
                    if (isHouse(key) == house) {
                        hotels[i] = entry.getKey();
                        roomTypes[i] = Nights.roomType(key);
                        days[i++] = Nights.day(key);
                    }
                }
            }
        }

        private static boolean isHouse(long key) {
            return Nights.roomType(key) == Nights.HOUSE;
        }
    }
}
