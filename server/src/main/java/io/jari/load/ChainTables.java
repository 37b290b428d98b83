package io.jari.load;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes new hotels table by table, each by one COPY. */
final class ChainTables {
    private static final int HOTEL = Partition.Kind.HOTEL.code();
    private static final int ROOMS_ON_A_FLOOR = 12;
    private static final int MOST_ROOMS_ON_A_FLOOR = 99;
    private static final int FLOORS_BEFORE_THEY_WIDEN = 30;

    private final Connection connection;
    private final List<NewHotel> hotels;

    ChainTables(Connection connection, List<NewHotel> hotels) {
        this.connection = connection;
        this.hotels = hotels;
    }

    /** All but the nights. */
    void write(int nights) throws SQLException {
        hotels(nights);
        roomTypes();
        rooms();
        heads();
        journal();
        outbox();
        pendingEvents();
    }

    private void hotels(int nights) throws SQLException {
        try (var copy = new TextCopy(connection, """
                hotel (hotel_id, name_ko, name_en, text_ko, text_en, country, city_ko, city_en, address_ko, address_en,
                    time_zone, currency, check_in, check_out, overbooking_percent, house_limit_percent, free_until_days,
                    free_until_time, fee_kind, fee_percent, pricing_rules, inventory_until)
                """)) {
            for (var hotel : hotels) {
                var plan = hotel.plan();
                var policy = plan.policy();
                copy.row(
                        hotel.hotelId(),
                        plan.name().ko(),
                        plan.name().en(),
                        plan.text().ko(),
                        plan.text().en(),
                        plan.country(),
                        plan.city().ko(),
                        plan.city().en(),
                        plan.address().ko(),
                        plan.address().en(),
                        plan.timeZone(),
                        plan.currency(),
                        policy.checkIn(),
                        policy.checkOut(),
                        policy.overbookingPercent(),
                        policy.houseLimitPercent(),
                        policy.freeUntilDays(),
                        policy.freeUntilTime(),
                        policy.feePercent() == null ? "first_night" : "percent",
                        policy.feePercent() == null ? 100 : policy.feePercent(),
                        plan.demand().rulesJson(hotel.today()),
                        hotel.today().plusDays(nights));
            }
            copy.end();
        }
    }

    private void roomTypes() throws SQLException {
        try (var copy = new TextCopy(connection, """
                room_type (hotel_id, room_type_id, code, name_ko, name_en, text_ko, text_en, max_guests, rank,
                    base_rate, min_rate, max_rate)
                """)) {
            for (var hotel : hotels) {
                var id = 1;
                for (var type : hotel.plan().roomTypes()) {
                    copy.row(
                            hotel.hotelId(),
                            id++,
                            type.code(),
                            type.name().ko(),
                            type.name().en(),
                            type.text().ko(),
                            type.text().en(),
                            type.maxGuests(),
                            type.rank(),
                            type.base(),
                            type.min(),
                            type.max());
                }
            }
            copy.end();
        }
    }

    private void rooms() throws SQLException {
        try (var copy = new TextCopy(connection, "room (hotel_id, room_id, room_type_id, number, floor)")) {
            for (var hotel : hotels) {
                var onFloor = Math.clamp(
                        hotel.plan().rooms() / FLOORS_BEFORE_THEY_WIDEN, ROOMS_ON_A_FLOOR, MOST_ROOMS_ON_A_FLOOR);
                var room = 0;
                var typeId = 1;
                for (var type : hotel.plan().roomTypes()) {
                    for (var i = 0; i < type.rooms(); i++, room++) {
                        var floor = 2 + room / onFloor;
                        copy.row(hotel.hotelId(), room + 1, typeId, floor * 100 + room % onFloor + 1, floor);
                    }
                    typeId++;
                }
            }
            copy.end();
        }
    }

    private void heads() throws SQLException {
        try (var copy = new TextCopy(connection, "partition_head (id, kind, version, rates_version)")) {
            for (var hotel : hotels) {
                copy.row(hotel.hotelId(), HOTEL, hotel.version(), hotel.version());
            }
            copy.end();
        }
    }

    private void journal() throws SQLException {
        try (var copy =
                new TextCopy(connection, "journal (partition_id, kind, version, n, at, actor, action, subject)")) {
            for (var hotel : hotels) {
                copy.row(
                        hotel.hotelId(),
                        HOTEL,
                        hotel.version(),
                        0,
                        hotel.at(),
                        "load",
                        "hotel.created",
                        hotel.hotelId());
            }
            copy.end();
        }
    }

    private void outbox() throws SQLException {
        try (var copy = new TextCopy(connection, "outbox (partition_id, kind, version, at, entries)")) {
            for (var hotel : hotels) {
                copy.row(hotel.hotelId(), HOTEL, hotel.version(), hotel.at(), 1);
            }
            copy.end();
        }
    }

    private void pendingEvents() throws SQLException {
        try (var copy = new TextCopy(connection, "event_pending (version, partition_id, kind, entries)")) {
            for (var hotel : hotels) {
                copy.row(hotel.version(), hotel.hotelId(), HOTEL, 1);
            }
            copy.end();
        }
    }
}
