package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.hotel.TestHotels;
import io.jari.journal.Changes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryHorizonTest {
    private DataSource database = TestPostgres.fresh();
    private Jdbi jdbi = Jdbi.create(database);
    private MovableClock clock = new MovableClock(database);
    private InventoryHorizon horizon = horizon();
    private int hotelId;

    @BeforeEach
    void aHotelOfFiveRooms() {
        hotelId = new TestHotels(database).hotel(5);
    }

    @Test
    void eachDayBringsOneNightAndTheSecondRunNone() throws Exception {
        assertThat(horizon.run()).isZero();
        clock.offset(Duration.ofDays(1));
        assertThat(horizon.run()).isEqualTo(1);
        assertThat(horizon.run()).isZero();
        assertComplete();
        assertThat(journaled()).isEqualTo(1);
    }

    @Test
    void daysOfDowntimeAreMadeUpForAndOldNightsArchived() throws Exception {
        clock.offset(Duration.ofDays(-40));
        hotelId = new TestHotels(database).hotel(5);
        var oversold = today().plusDays(3);
        jdbi.useHandle(handle -> handle.execute(
                "update room_type_inventory set total_reserved = 4 where hotel_id = ? and date = ?",
                hotelId,
                oversold));
        clock.offset(Duration.ZERO);
        assertThat(horizon.run()).isEqualTo(1);
        assertComplete();
        assertThat(date("select min(date) from room_type_inventory")).isEqualTo(today().minusDays(1));
        assertThat(date("select min(date) from house_inventory")).isEqualTo(today().minusDays(1));
        assertThat(date("select max(date) from room_type_inventory_archive")).isEqualTo(today().minusDays(2));
        assertThat(date("select max(date) from house_inventory_archive")).isEqualTo(today().minusDays(2));
        assertThat(date("select date from room_type_inventory_archive where total_reserved = 4"))
                .isEqualTo(oversold);
    }

    @Test
    void nightsThatOnlyADemosClockHasPassedStay() throws Exception {
        var sold = today().plusDays(3);
        jdbi.useHandle(
                handle -> handle.execute("update room_type_inventory set total_reserved = 4 where date = ?", sold));
        clock.offset(Duration.ofDays(40));
        assertThat(horizon.run()).isEqualTo(1);
        assertComplete();
        clock.offset(Duration.ZERO);
        assertThat(number("select total_reserved from room_type_inventory where date = '" + sold + "'"))
                .isEqualTo(4);
        assertThat(number("select count(*)::int from room_type_inventory_archive"))
                .isZero();
    }

    @Test
    void moreThanAHorizonOfDowntimeLeavesNoGapAhead() throws Exception {
        clock.offset(Duration.ofDays(1_000));
        assertThat(horizon.run()).isEqualTo(1);
        assertComplete();
    }

    @Test
    void twoProcessesAtOnceExtendEachHotelOnce() throws Exception {
        var house = new TestHotels(database);
        for (var i = 0; i < 9; i++) {
            house.hotel(1);
        }
        clock.offset(Duration.ofDays(3));
        var barrier = new CyclicBarrier(2);
        Callable<Integer> process = () -> {
            barrier.await();
            return horizon().run();
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var extended = 0;
            for (var run : threads.invokeAll(List.of(process, process))) {
                extended += run.get();
            }
            assertThat(extended).isEqualTo(10);
        }
        assertThat(journaled()).isEqualTo(10);
        assertComplete();
    }

    @Test
    void aRoomOutOfOrderBeyondTheHorizonIsMissingWhenItsNightsCome() throws Exception {
        jdbi.useHandle(handle -> handle.execute(
                "insert into out_of_order values (?, 1, 1, ?, ?, 'Renovation', jari_now())",
                hotelId,
                today().plusDays(729),
                today().plusDays(735)));
        clock.offset(Duration.ofDays(10));
        horizon.run();
        assertThat(total(today().plusDays(720))).isEqualTo(4);
        assertThat(total(today().plusDays(726))).isEqualTo(5);
    }

    private InventoryHorizon horizon() {
        return new InventoryHorizon(database, new Changes(database), new Capacity());
    }

    /** 730 nights from today, without a gap, for the types and the house. */
    private void assertComplete() throws Exception {
        for (var table : List.of("room_type_inventory", "house_inventory")) {
            var where = " from " + table + " where hotel_id = " + hotelId + " and date >= '" + today() + "'";
            assertThat(number("select count(*)::int" + where)).isEqualTo(730);
            assertThat(date("select max(date)" + where)).isEqualTo(today().plusDays(729));
            assertThat(number("select count(*)::int" + where + " and total_inventory = 5 and sell_target = 5"))
                    .isEqualTo(730);
        }
    }

    private int total(LocalDate date) {
        return number("select total_inventory from room_type_inventory where date = '" + date + "' and hotel_id = "
                + hotelId);
    }

    private int journaled() {
        return number("select count(*)::int from journal where action = 'inventory.extended'");
    }

    private LocalDate today() throws java.sql.SQLException {
        return LocalDate.ofInstant(clock.now(), ZoneId.of("Asia/Seoul"));
    }

    private int number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private LocalDate date(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(LocalDate.class).one());
    }
}
