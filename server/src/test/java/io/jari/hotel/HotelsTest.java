package io.jari.hotel;

import static io.jari.hotel.TestHotels.BOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jari.db.TestPostgres;
import io.jari.http.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class HotelsTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final Jdbi JDBI = Jdbi.create(DATABASE);
    private final LocalDate night = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(10);
    private final TestHotels house = new TestHotels(DATABASE);

    @Test
    void roomsRaiseAllNightsAhead() {
        var id = house.hotel(20);
        assertThat(night(id)).isEqualTo(new Night(20, 22, 22, 0));
        assertThat(houseNight(id)).isEqualTo(new Night(20, 22, 22, 0));
        assertThat(count("select count(*) from room_type_inventory where hotel_id = " + id))
                .isEqualTo(730);
        assertThat(count("select count(*) from house_inventory where hotel_id = " + id))
                .isEqualTo(730);
        house.rooms.remove(BOSS, id, 20, null);
        assertThat(night(id)).isEqualTo(new Night(19, 20, 20, 0));
    }

    @Test
    void aLoweredTargetLeavesTheLimitAtWhatIsSoldAndComesDownWithIt() {
        var id = house.hotel(10);
        sold(id, 11);
        var changed = house.hotels.set(BOSS, id, version(id), new HotelSettings(0, 0, 15, 30));
        assertThat(night(id)).isEqualTo(new Night(10, 10, 11, 11));
        assertThat(changed.oversold())
                .containsExactly(new OversoldNight(null, night, 11, 10), new OversoldNight("1", night, 11, 10));
        sold(id, 9);
        house.hotels.set(BOSS, id, version(id), new HotelSettings(0, 10, 15, 30));
        assertThat(night(id)).isEqualTo(new Night(10, 10, 10, 9));
    }

    @Test
    void aRoomTypesOwnOverbookingGoesBeforeTheHotels() {
        var id = house.hotel(10);
        house.types.set(BOSS, id, 1, "\"1\"", new RoomTypeSettings(50));
        assertThat(night(id).target()).isEqualTo(15);
        assertThat(houseNight(id).target()).isEqualTo(11);
        house.types.set(BOSS, id, 1, "\"2\"", new RoomTypeSettings(null));
        assertThat(night(id).target()).isEqualTo(11);
    }

    @Test
    void aRoomOutOfOrderIsRecordedWhateverIsSold() {
        var id = house.hotel(10);
        sold(id, 11);
        var response = house.outOfOrder.record(
                BOSS, id, null, new NewOutOfOrder("1", night.minusDays(1), night.plusDays(1), "A pipe burst"));
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(night(id)).isEqualTo(new Night(9, 9, 11, 11));
        assertThat(night(id, night.plusDays(1))).isEqualTo(new Night(10, 11, 11, 0));
        assertThat(journal(id, "room.out-of-order"))
                .contains("\"reserved\": 11")
                .contains("\"target\": 9");
        var lifted = house.outOfOrder.lift(BOSS, id, 1);
        assertThat(lifted.outOfOrder().endedAt()).isNotNull();
        assertThat(lifted.oversold()).isEmpty();
        assertThat(night(id)).isEqualTo(new Night(10, 11, 11, 11));
    }

    @Test
    void whoHasNotReadThePresentVersionChangesNothing() {
        var id = house.hotel(1);
        var details = TestHotels.details("Asia/Seoul", "KRW");
        assertRefused(428, () -> house.hotels.change(BOSS, id, null, details));
        assertThat(house.hotels.change(BOSS, id, "\"1\"", details).version()).isEqualTo(2);
        assertRefused(412, () -> house.hotels.change(BOSS, id, "\"1\"", details));
        assertRefused(412, () -> house.rooms.change(BOSS, id, 1, "\"7\"", new RoomDetails("1", "9", 1)));
        assertRefused(428, () -> house.types.set(BOSS, id, 1, null, new RoomTypeSettings(5)));
        assertThat(house.hotels.find(id).version()).isEqualTo(2);
    }

    @Test
    void whatHasReservationsIsClosedAndElseDeleted() {
        var id = house.hotel(1);
        reserve(id);
        assertThat(house.types.remove(BOSS, id, 1, null)).isEqualTo(new Removal("closed", 1));
        assertThat(house.types.find(id, 1).details().closed()).isTrue();
        assertThat(house.hotels.remove(BOSS, id, null)).isEqualTo(new Removal("closed", 1));
        assertThat(house.hotels.find(id).details().closed()).isTrue();
        assertThat(house.hotels.page(null, null, 0, 10_000))
                .noneMatch(hotel -> hotel.hotelID().equals("" + id));

        var other = house.hotel(1);
        assertRefused(409, () -> house.types.remove(BOSS, other, 1, null));
        assertThat(house.hotels.remove(BOSS, other, null)).isEqualTo(Removal.DELETED);
        assertRefused(404, () -> house.hotels.find(other));
        assertThat(count("select count(*) from room_type_inventory where hotel_id = " + other))
                .isZero();
    }

    @Test
    void aRoomThatIsPromisedStays() {
        var id = house.hotel(1);
        JDBI.useHandle(handle -> handle.execute(
                "insert into room_assignment (hotel_id, reservation_id, n, room_id, start_date, end_date) values (?, 'r', 1, 1, ?, ?)",
                id,
                night,
                night.plusDays(2)));
        assertRefused(409, () -> house.rooms.remove(BOSS, id, 1, null));
        JDBI.useHandle(handle ->
                handle.execute("update room_assignment set checked_out_at = jari_now() where hotel_id = ?", id));
        house.rooms.remove(BOSS, id, 1, null);
        assertRefused(404, () -> house.rooms.find(id, 1));
    }

    @Test
    void aKeySentTwiceMakesOneThing() {
        var id = house.hotel(0);
        var first = house.rooms.create(BOSS, id, "key", new RoomDetails("1", "101", 1));
        var again = house.rooms.create(BOSS, id, "key", new RoomDetails("1", "101", 1));
        assertThat(again.getEntity()).isEqualTo(first.getEntity());
        assertThat(again.getHeaderString("Idempotent-Replayed")).isEqualTo("true");
        assertRefused(422, () -> house.rooms.create(BOSS, id, "key", new RoomDetails("1", "102", 1)));
        assertRefused(409, () -> house.rooms.create(BOSS, id, "other", new RoomDetails("1", "101", 1)));
        assertThat(night(id).total()).isEqualTo(1);
    }

    @Test
    void hotelsAreFoundByCityInBothLanguagesAndByPartOfTheirName() {
        var id = Integer.toString(house.hotel(0));
        for (var city : List.of("Seoul", "seoul", "서울")) {
            assertThat(house.hotels.page(city, null, 0, 10_000))
                    .anyMatch(hotel -> hotel.hotelID().equals(id));
        }
        assertThat(house.hotels.page("Busan", null, 0, 10)).isEmpty();
        assertThat(house.hotels.page(null, "sejong", 0, 10_000))
                .anyMatch(hotel -> hotel.hotelID().equals(id));
        assertThat(house.hotels.page(null, "%", 0, 10)).isEmpty();
        assertThat(house.hotels.page(null, null, Long.parseLong(id) - 1, 1))
                .singleElement()
                .returns(id, Hotel::hotelID);
    }

    private record Night(int total, int target, int limit, int reserved) {}

    private Night night(int hotelId) {
        return night(hotelId, night);
    }

    private static Night night(int hotelId, LocalDate date) {
        return night("room_type_inventory", hotelId, date);
    }

    private Night houseNight(int hotelId) {
        return night("house_inventory", hotelId, night);
    }

    private static Night night(String table, int hotelId, LocalDate date) {
        return JDBI.withHandle(
                handle -> handle.createQuery("select total_inventory, sell_target, sell_limit, total_reserved from "
                                + table + " where hotel_id = ? and date = ?")
                        .bind(0, hotelId)
                        .bind(1, date)
                        .map((row, context) -> new Night(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                        .one());
    }

    private void sold(int hotelId, int rooms) {
        for (var table : List.of("room_type_inventory", "house_inventory")) {
            JDBI.useHandle(handle -> handle.execute(
                    "update " + table + " set total_reserved = ? where hotel_id = ? and date = ?",
                    rooms,
                    hotelId,
                    night));
        }
    }

    private void reserve(int hotelId) {
        JDBI.useHandle(handle -> handle.createUpdate("""
                        insert into reservation (hotel_id, reservation_id, room_type_id, start_date, end_date, rooms, status,
                            currency, nightly_prices, total, free_until, cancel_fee, request_hash, created_at,
                            created_version, expires_at, version)
                        values (:hotel, 'r', 1, :start, :end, 1, 'pending', 'KRW', '{1}', 1, jari_now(), 0, '', jari_now(), 1,
                            jari_now(), 1)
                        """)
                .bind("hotel", hotelId)
                .bind("start", night)
                .bind("end", night.plusDays(1))
                .execute());
    }

    private String version(int hotelId) {
        return Integer.toString(house.hotels.find(hotelId).version());
    }

    private static String journal(int hotelId, String action) {
        return JDBI.withHandle(handle -> handle.createQuery(
                        "select body::text from journal where partition_id = :id and kind = 1 and action = :action")
                .bindMap(Map.of("id", hotelId, "action", action))
                .mapTo(String.class)
                .one());
    }

    private static int count(String sql) {
        return JDBI.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static void assertRefused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(
                        problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(status));
    }
}
