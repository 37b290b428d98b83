package io.jari.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.replay.BookingRow.Ending;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final BookingRow STAY = TimelineTest.row(2, "2020-05-10", 1, 3, Ending.STAYED, "2020-05-11");
    private static final BookingRow SUITE = new BookingRow(
            3, "B", STAY.arrival(), 1, 3, 2, 0, Ending.STAYED, LocalDate.parse("2020-05-11"), 1, "No Deposit");
    private static final HotelPlan PLAN = HotelPlan.of(List.of(STAY, SUITE), 1);

    @Test
    void whoMovesToABetterTypeLeavesTheRoomBookedToOthers() {
        var tally = new Tally(PLAN);
        tally.reserved(STAY, STAY.arrival(), 1);
        tally.upgraded(STAY, "B");
        tally.reserved(STAY, STAY.arrival(), 1);

        assertThat(tally.oversoldNights(PLAN)).isZero();
    }

    @Test
    void withoutTheMoveTheSameIsOversold() {
        var tally = new Tally(PLAN);
        tally.reserved(STAY, STAY.arrival(), 1);
        tally.reserved(STAY, STAY.arrival(), 1);

        assertThat(tally.oversoldNights(PLAN)).isEqualTo(1);
    }
}
