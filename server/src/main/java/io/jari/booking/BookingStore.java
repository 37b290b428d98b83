package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the strategies of booking read before they decide. Hotels stand beside every key: no statement needs two shards. */
final class BookingStore {
    private static final int HOTEL = Partition.Kind.HOTEL.code();

    private BookingStore() {}

    /** Reads a head without locking it. */
    static void head(Pipeline pipeline, int hotelId, Consumer<Long> ratesVersion) {
        pipeline.query(
                "select rates_version from partition_head where id = ? and kind = " + HOTEL,
                slots -> slots.set(1, (long) hotelId),
                row -> ratesVersion.accept(row.getLong(1)));
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

    /** What somebody wants who may have it already. */
    record Wish(int hotelId, long accountId, Claim claim) {}

    /** Live reservations of the account, made just now, for the room type and some night of the claim. */
    static void recent(Pipeline pipeline, List<Wish> wishes, Consumer<Reservation> each) {
        pipeline.query(
                "select " + ReservationRows.COLUMNS + """
                         from unnest(?::int[], ?::bigint[], ?::int[], ?::int[], ?::int[]) w(h, a, t, s, e),
                              lateral (select * from reservation n
                                        where n.hotel_id = w.h and n.account_id = w.a and n.room_type_id = w.t
                                          and n.created_at > (select jari_now()) - make_interval(mins => ?)
                                          and n.status in ('pending', 'paid')
                                          and n.start_date < date '1970-01-01' + w.e and n.end_date > date '1970-01-01' + w.s
                                        order by n.created_at desc limit ?) r
                        """,
                slots -> slots.set(1, wishes.stream().mapToInt(Wish::hotelId).toArray())
                        .set(2, wishes.stream().mapToLong(Wish::accountId).toArray())
                        .set(
                                3,
                                wishes.stream()
                                        .mapToInt(w -> w.claim().roomTypeId())
                                        .toArray())
                        .set(
                                4,
                                wishes.stream()
                                        .mapToInt(w -> w.claim().nights().startDay())
                                        .toArray())
                        .set(
                                5,
                                wishes.stream()
                                        .mapToInt(w -> w.claim().nights().endDay())
                                        .toArray())
                        .set(6, RecentStays.MINUTES)
                        .set(7, RecentStays.MOST),
                row -> each.accept(ReservationRows.read(row)));
    }

    /** Lets the requests of one account for one hotel that want to be asked pass one after the other. */
    static void oneByOne(Pipeline pipeline, Wish wish) {
        pipeline.query(
                "select pg_advisory_xact_lock(?, ?)",
                slots -> slots.set(1, wish.hotelId()).set(2, Long.hashCode(wish.accountId())),
                _ -> {});
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
