package io.jari.booking;

import static io.jari.booking.TestStrategies.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.commit.Batch;
import io.jari.core.commit.Written;
import io.jari.rate.Tariffs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several hotels are served by one transaction, at the first try: else each would wait for the others. */
class SharedCommitTest {
    @Test
    void eachHotelGetsItsAnswer() throws Exception {
        var hotels =
                Stream.generate(() -> TestHotel.with(DATABASE, 10)).limit(3).toList();
        var transaction = new GroupedTransaction(DATABASE, new Tariffs(DATABASE), Guards.ON);

        var written = transaction.write(hotels.stream()
                .map(hotel -> new Batch<Integer, Command>(
                        hotel.hotelId(), List.of(TestStrategies.reserve(hotel, "shared", 1, 2, 1))))
                .toList());

        assertThat(written)
                .hasSize(3)
                .allSatisfy(each -> assertThat(((Written.Results<Answer>) each).results())
                        .hasOnlyElementsOfType(Answer.Reserved.class));
        assertThat(hotels).allSatisfy(hotel -> assertThat(hotel.reserved(1)).isEqualTo(1));
    }
}
