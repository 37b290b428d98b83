package io.jari.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.replay.BookingRow.Ending;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlawTest {

    @Test
    void theFlawsOfTheSampleAreFound() throws IOException {
        var rows = BookingFile.read(Sample.FILE, Integer.MAX_VALUE).rows();
        var plan = HotelPlan.of(rows, 0.6);
        var found = new EnumMap<Flaw, Integer>(Flaw.class);
        rows.forEach(row -> Flaw.of(row, plan).ifPresent(flaw -> found.merge(flaw, 1, Integer::sum)));

        assertThat(found)
                .isEqualTo(Map.of(
                        Flaw.NO_NIGHTS, 3,
                        Flaw.BEYOND_HORIZON, 1,
                        Flaw.NOBODY, 3,
                        Flaw.TOO_MANY_GUESTS, 4,
                        Flaw.RECORDED_EARLY, 3));
    }

    @Test
    void oddRowsAreNamedToo() {
        var late = TimelineTest.row(2, "2020-05-10", 2, 3, Ending.CANCELED, "2020-05-11");
        var children = new BookingRow(
                3, "A", late.arrival(), 2, 3, 0, 2, Ending.STAYED, LocalDate.parse("2020-05-12"), 1, "No Deposit");
        var plan = HotelPlan.of(List.of(late, children), 1);

        assertThat(Flaw.of(late, plan)).contains(Flaw.CANCELED_LATE);
        assertThat(Flaw.of(children, plan)).contains(Flaw.NO_ADULT);
        assertThat(Flaw.of(TimelineTest.row(4, "2020-05-10", 2, 3, Ending.STAYED, "2020-05-12"), plan))
                .isEmpty();
    }
}
