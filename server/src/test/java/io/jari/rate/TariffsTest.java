package io.jari.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.booking.TestHotel;
import io.jari.db.TestPostgres;
import org.junit.jupiter.api.Test;

/** What a hotel sells, from memory. */
class TariffsTest {
    /** Its version is the one that a hotel which is not there has. */
    @Test
    void aHotelThatWasAskedForBeforeItWasMadeIsSeenOnceItIs() throws Exception {
        var database = TestPostgres.fresh();
        var next = TestHotel.with(database, 1).hotelId() + 1;
        var tariffs = new Tariffs(database);
        try (var connection = database.getConnection()) {
            assertThat(tariffs.at(connection, next, 0).roomTypes()).isEmpty();
            assertThat(tariffs.recent(next).roomTypes()).isEmpty();
            assertThat(TestHotel.with(database, 1).hotelId()).isEqualTo(next);
            assertThat(tariffs.at(connection, next, 0).roomTypes()).isNotEmpty();
            assertThat(tariffs.recent(next).roomTypes()).isNotEmpty();
        }
    }
}
