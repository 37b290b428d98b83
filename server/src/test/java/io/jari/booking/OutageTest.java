package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.outage.Outage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {
    private TestHotel hotel;
    private Outage outage;

    @BeforeEach
    void twoPendingReservations() throws SQLException {
        hotel = TestHotel.with(TestPostgres.fresh(), 10);
        outage = new Outage(hotel.dataSource(), List.of(new PendingTimes()));
        assertThat(outage.repair()).isZero();
        pending("alive", "10 minutes");
        pending("over", "-1 minutes");
    }

    @Test
    void downtimeCountsAgainstNobodyWhoWasAliveBeforeIt() throws SQLException {
        hotel.execute(
                "update job set done_at = done_at - interval '30 minutes', note = (note::timestamptz - interval '5 minutes')::text");
        hotel.execute(
                "update reservation set expires_at = expires_at - interval '6 minutes' where reservation_id = 'over'");
        assertThat(outage.repair()).isOne();
        assertThat(minutesLeft("alive")).isEqualTo(40);
        assertThat(minutesLeft("over")).isNegative();
        assertThat(hotel.count("""
                select count(*) from reservation
                 where expires_at - (original ->> 'expiresAt')::timestamptz >= interval '30 minutes'
                """)).as("the first answer is kept").isOne();
        assertThat(outage.repair()).as("once").isZero();
    }

    @Test
    void atMostTwoHours() throws SQLException {
        hotel.execute("update job set done_at = done_at - interval '3 days'");
        outage.repair();
        assertThat(minutesLeft("alive")).isEqualTo(130);
    }

    @Test
    void aClockThatWasMovedIsNoOutage() throws SQLException {
        new MovableClock(hotel.dataSource()).offset(Duration.ofHours(5));
        assertThat(outage.repair()).isZero();
    }

    private long minutesLeft(String id) {
        return hotel.count(
                "select round(extract(epoch from expires_at - jari_now()) / 60) from reservation where reservation_id = '%s'"
                        .formatted(id));
    }

    private void pending(String id, String left) {
        hotel.execute("""
                insert into reservation (hotel_id, reservation_id, room_type_id, start_date, end_date, rooms, status, currency,
                    nightly_prices, total, free_until, cancel_fee, request_hash, created_at, created_version, expires_at, version)
                values (%d, '%s', 1, current_date + 1, current_date + 2, 1, 'pending', 'KRW', '{1}', 1, jari_now(), 1, '',
                    jari_now(), 1, jari_now() + interval '%s', 1)
                """.formatted(hotel.hotelId(), id, left));
    }
}
