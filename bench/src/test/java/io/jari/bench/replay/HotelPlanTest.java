package io.jari.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.replay.BookingRow.Ending;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class HotelPlanTest {

    @Test
    void roomsAreAShareOfTheBusiestNightSleptIn() {
        var rows = List.of(
                TimelineTest.row(2, "2020-05-10", 2, 3, Ending.STAYED, "2020-05-12"),
                TimelineTest.row(3, "2020-05-11", 2, 3, Ending.NO_SHOW, "2020-05-11"),
                TimelineTest.row(4, "2020-05-11", 1, 3, Ending.STAYED, "2020-05-12"),
                TimelineTest.row(5, "2020-05-11", 1, 3, Ending.CANCELED, "2020-05-10"),
                TimelineTest.row(6, "2020-05-12", 1, 3, Ending.STAYED, "2020-05-13"));

        assertThat(HotelPlan.of(rows, 1).type("A").rooms()).isEqualTo(3);
        assertThat(HotelPlan.of(rows, 0.5).type("A").rooms()).isEqualTo(2);
        assertThat(HotelPlan.of(rows, 0.01).rooms()).isEqualTo(1);
        assertThat(HotelPlan.of(rows, 10).target()).isEqualTo(33);
        assertThat(HotelPlan.of(rows, 1).type("A").monthCents()).containsEntry(YearMonth.of(2020, 5), 9_000L);
    }
}
