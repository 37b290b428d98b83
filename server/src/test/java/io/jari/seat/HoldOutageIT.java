package io.jari.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.JariServer;
import io.jari.db.TestData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The servers are killed while seats are held, and come back later. */
class HoldOutageIT {

    @Test
    void nobodyHasLostTheMinutesOfTheOutage() {
        var server = JariServer.start(Map.of());
        try {
            var hall = TestHall.with(TestData.of(server).dataSource(), 20);
            var guest = SeatGuest.of(server, hall);
            var other = SeatGuest.of(server, hall);
            var hold = guest.hold(0, 1);
            server.kill9();
            // As if all of it had happened ten minutes earlier: the hold's time was over seven minutes ago.
            hall.execute("""
                    update seat_hold set created_at = created_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes';
                    update job set done_at = done_at - interval '10 minutes', note = (note::timestamptz - interval '10 minutes')::text
                     where name = 'heartbeat'
                    """);
            server = server.again();
            assertThat(other.tryHolding(0).status()).isEqualTo(409);
            assertThat(guest.status(hold)).startsWith("held");
            assertThat(hall.count("select extract(epoch from expires_at - jari_now()) from seat_hold"))
                    .as("seconds left of three minutes")
                    .isBetween(60L, 240L);
            assertThat(guest.begin(hold, "card").status()).isEqualTo(201);
        } finally {
            server.close();
        }
    }
}
