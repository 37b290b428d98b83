package io.jari.booking;

import static io.jari.booking.TestStrategies.answer;
import static io.jari.booking.TestStrategies.cancel;
import static io.jari.booking.TestStrategies.reserve;
import static io.jari.booking.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPool;
import io.jari.db.TestPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Statements are planned when a hotel opens and nobody has booked yet: they must serve once thousands have, before any statistics. */
class FirstBookingTest {
    private static final int BOOKED_MEANWHILE = 5_000;
    private static final int BOOKINGS = 20;

    @Test
    void bookingsReadNoMoreOnceManyAreBooked() throws Exception {
        assertThat(readLater("")).isLessThan(BOOKED_MEANWHILE / 5);
    }

    /** The twin: an index of arrivals that look-ups by id may take, which without statistics seems as good as the key. */
    @Test
    void anIndexOfEveryArrivalMakesEachLookUpReadTheWholeHotel() throws Exception {
        assertThat(readLater("create index every_arrival on reservation (hotel_id, start_date)"))
                .isGreaterThan(BOOKINGS * (long) BOOKED_MEANWHILE);
    }

    /** What bookings, look-ups and cancellations read of the reservations after thousands more than before the first. */
    private static long readLater(String change) throws Exception {
        var url = TestPostgres.freshUrl();
        var hotel = TestHotel.with(url.dataSource(), 1_000);
        hotel.execute("alter table reservation set (autovacuum_enabled = off)");
        hotel.execute(change);
        // one connection, so that every statement was planned before
        try (var pool = TestPool.ofOne(url);
                var strategy = strategy("group-commit", Guards.ON, pool)) {
            var lookup = new ReservationLookup(pool);
            for (var i = 0; i < BOOKINGS; i++) {
                answer(strategy, hotel, reserve(hotel, "early " + i, 1, 2, 1));
                assertThat(lookup.find(hotel.hotelId(), "early " + i)).isPresent();
                answer(strategy, hotel, cancel("early " + i));
            }
            othersBook(hotel);
            var before = read(hotel, pool);
            for (var i = 0; i < BOOKINGS; i++) {
                answer(strategy, hotel, reserve(hotel, "late " + i, 1, 2, 1));
                assertThat(lookup.find(hotel.hotelId(), "late " + i)).isPresent();
                answer(strategy, hotel, cancel("late " + i));
            }
            return read(hotel, pool) - before;
        }
    }

    private static void othersBook(TestHotel hotel) {
        hotel.execute("""
                insert into reservation
                select (jsonb_populate_record(r, jsonb_build_object('reservation_id', 'meanwhile ' || n, 'account_id', 1000 + n))).*
                  from reservation r, generate_series(1, %d) n
                 where r.reservation_id = 'early 0'
                """.formatted(BOOKED_MEANWHILE));
    }

    /** All that was read of reservations so far, by index or not. */
    private static long read(TestHotel hotel, DataSource pool) {
        new TestHotel(pool, hotel.hotelId(), hotel.today()).execute("select pg_stat_force_next_flush()");
        return hotel.count("""
                select (select sum(seq_tup_read) from pg_stat_user_tables where relname = 'reservation')
                     + (select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'reservation')
                """);
    }
}
