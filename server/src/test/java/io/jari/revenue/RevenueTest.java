package io.jari.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jari.booking.TestHotel;
import io.jari.db.TestPostgres;
import io.jari.hotel.TestHotels;
import io.jari.http.Problem;
import io.jari.rate.Tariffs;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RevenueTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private final TestHotels house = new TestHotels(DATABASE);
    private final Figures figures = new Figures(DATABASE, house.hotels());
    private final Inventory inventory = new Inventory(DATABASE, house.hotels(), new Tariffs(DATABASE));
    private final WalkRisks risks = new WalkRisks(DATABASE, house.hotels(), house.types());
    private final TestHotel hotel = TestHotel.with(DATABASE, 10);
    private final LocalDate today = hotel.today();

    /** From so many days after today, made so many days before today, at 100,000 and 110,000 and so on. */
    private void stay(int start, int nights, int rooms, String status, String stay, int made, long fee) {
        hotel.execute("""
                insert into reservation (hotel_id, reservation_id, room_type_id, start_date, end_date, rooms, status, stay, currency,
                    nightly_prices, total, free_until, cancel_fee, fee_charged, cancel_reason, request_hash, created_at,
                    created_version, expires_at, version)
                select %1$d, 'r' || (select count(*) from reservation), 1, date '%2$s' + %3$d, date '%2$s' + %3$d + %4$d, %5$d, '%6$s', '%7$s',
                       'KRW', array(select 90000 + 10000 * n from generate_series(1, %4$d) n), 0, now(), 0, nullif(%9$d, -1),
                       'guest', '', (date '%2$s' - %8$d + time '00:30') at time zone 'Asia/Seoul', 1, now(), 1
                """.formatted(hotel.hotelId(), today, start, nights, rooms, status, stay, made, fee));
    }

    private FigureBodies.FiguresNight night(int day) {
        return figures.of(hotel.hotelId(), today.minusDays(10), today.plusDays(10))
                .nights()
                .get(day + 10);
    }

    @Test
    void eachNightHasItsOwnPrice() {
        stay(-12, 4, 2, "paid", "checked_out", 30, -1);
        stay(-9, 1, 1, "pending", "booked", 20, -1);
        assertThat(night(-10)).extracting("sold", "revenue", "arrivals").containsExactly(2, 240_000L, 0);
        assertThat(night(-9)).extracting("sold", "revenue", "arrivals").containsExactly(3, 360_000L, 1);
        assertThat(night(-8)).extracting("sold", "revenue").containsExactly(0, 0L);
    }

    @Test
    void whoDidNotComeIsNotSoldButTold() {
        stay(1, 2, 1, "paid", "no_show", 3, -1);
        stay(1, 2, 2, "refunded", "booked", 3, 0);
        stay(1, 2, 3, "paid", "walked", 3, -1);
        stay(1, 2, 4, "rejected", "booked", 3, -1);
        assertThat(night(1))
                .extracting("sold", "revenue", "arrivals", "noShows", "canceled", "walked")
                .containsExactly(0, 0L, 0, 1, 2, 3);
    }

    /** Half past midnight in Seoul is the day before in UTC; and a reservation counts whichever nights it is for. */
    @Test
    void whatIsBookedCountsByTheHotelsDay() {
        stay(40, 3, 2, "paid", "booked", 2, -1);
        stay(5, 1, 1, "canceled", "booked", 2, 0);
        stay(5, 1, 1, "rejected", "booked", 2, -1);
        assertThat(night(-2)).extracting("reservationsMade", "roomNightsMade").containsExactly(2, 7);
        assertThat(night(-3)).extracting("reservationsMade").isEqualTo(0);
    }

    @Test
    void theSumsAreOfAllNights() {
        stay(1, 2, 1, "paid", "booked", 0, -1);
        var total = figures.of(hotel.hotelId(), today, today.plusDays(4)).total();
        assertThat(total).isEqualTo(new FigureBodies.FiguresTotal(40, 2, 210_000, 105_000L, 5_250L, 1, 0, 0, 0, 1, 2));
        var none = figures.of(hotel.hotelId(), today.minusDays(300), today.minusDays(290))
                .total();
        assertThat(none.averageDailyRate()).isNull();
    }

    /** Nights before yesterday are in the archive. */
    @Test
    void roomsOfOldAreRemembered() {
        hotel.execute("""
                insert into house_inventory_archive (hotel_id, date, total_inventory, sell_target, sell_limit)
                values (%d, date '%s', 7, 7, 7)
                """.formatted(hotel.hotelId(), today.minusDays(5)));
        assertThat(night(-5).rooms()).isEqualTo(7);
        assertThat(night(5).rooms()).isEqualTo(10);
    }

    @Test
    void asCsv() {
        stay(1, 1, 1, "paid", "booked", 1, -1);
        assertThat(FiguresCsv.of(figures.of(hotel.hotelId(), today.plusDays(1), today.plusDays(2))))
                .isEqualTo(
                        "date,rooms,sold,revenue,arrivals,canceled,noShows,walked,reservationsMade,roomNightsMade,currency\r\n"
                                + today.plusDays(1) + ",10,1,100000,1,0,0,0,0,0,KRW\r\n");
    }

    @Test
    void aSpanIsNeitherEmptyNorEndless() {
        for (var end : new LocalDate[] {today, today.minusDays(1), today.plusDays(367)}) {
            var problem = catchThrowableOfType(Problem.class, () -> figures.of(hotel.hotelId(), today, end));
            assertThat(problem.getResponse().getStatus()).isEqualTo(400);
        }
    }

    @Test
    void theInventoryShowsWhatIsSoldAndLeft() {
        hotel.execute("""
                update room_type_inventory set total_reserved = 4 where hotel_id = %1$d and date = '%2$s';
                update house_inventory set total_reserved = 4 where hotel_id = %1$d and date = '%2$s';
                insert into out_of_order (hotel_id, out_of_order_id, room_id, start_date, end_date, reason, created_at)
                values (%1$d, 1, 1, date '%2$s', date '%2$s' + 1, 'broken', now())
                """.formatted(hotel.hotelId(), today));
        var found = inventory.nights(hotel.hotelId(), today.minusDays(1), today.plusDays(2));
        var id = found.nights().getFirst().roomTypeID();
        assertThat(found.nights())
                .containsExactly(
                        new InventoryBodies.TypeNight(id, today.minusDays(1), 10, 0, 0, 11, 11, false, null),
                        new InventoryBodies.TypeNight(id, today, 10, 1, 4, 11, 7, false, 100_000L),
                        new InventoryBodies.TypeNight(id, today.plusDays(1), 10, 0, 0, 11, 11, false, 100_000L));
        assertThat(found.house().get(1)).isEqualTo(new InventoryBodies.HouseNight(today, 10, 4, 11, 7));
    }

    @Test
    void theRiskComesFromThisHotelsOwnHistory() {
        var before = risks.of(hotel.hotelId());
        assertThat(before.absence()).extracting("rooms", "rate", "smallSample").containsExactly(0, 0.05, true);
        stay(-20, 2, 80, "paid", "checked_out", 30, -1);
        stay(-20, 2, 5, "paid", "no_show", 30, -1);
        stay(-20, 2, 10, "canceled", "booked", 30, 50_000);
        stay(-20, 2, 5, "paid", "walked", 30, -1);
        stay(-20, 2, 99, "canceled", "booked", 30, 0);
        stay(-20, 2, 99, "paid", "booked", 30, -1);
        stay(0, 2, 99, "paid", "no_show", 30, -1);
        stay(-366, 2, 99, "paid", "no_show", 400, -1);
        var after = risks.of(hotel.hotelId());
        assertThat(after.absence())
                .extracting("rooms", "canceledLate", "noShows", "rate", "smallSample")
                .containsExactly(100, 10, 5, 0.1, false);
        var limits = after.roomTypes().getFirst().risks();
        assertThat(limits.overbookingPercent()).isEqualTo(10);
        assertThat(limits.limits()).extracting("overbookingPercent").containsExactly(0, 5, 10, 15, 20, 25, 30);
        var eleven = limits.limits().get(2);
        assertThat(eleven.limit()).isEqualTo(11);
        assertThat(eleven.chance()).isCloseTo(Math.pow(0.9, 11), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(after.house().limits().get(2)).isEqualTo(eleven);
    }
}
