package io.jari.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.api.Failures;
import io.jari.bench.chart.Page;
import io.jari.bench.replay.Tally.Fate;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayReportTest {

    @Test
    void thePageIsWellFormedAndNamesItsSource() throws IOException {
        var result = result(new Failures());
        result.tally().fates.add(Fate.ACCEPTED);
        result.tally().cents.add(YearMonth.of(2015, 9), 12_345);
        result.tally().refused.add("sold-out");
        result.tally().slept.add(LocalDate.of(2015, 9, 1).datesUntil(LocalDate.of(2015, 9, 4)), 2);

        var html = new ReplayReport(result).report().html();

        assertThat(Page.of(html).text())
                .contains("Data in Brief 22 (2019)", "CC BY 4.0", "sold-out", "Every promise was kept");
        assertThat(new ReplaySummary(result).text()).contains("sold-out", "Every promise was kept");
    }

    @Test
    void aFailureOfTheServerFailsTheRun() throws IOException {
        var failures = new Failures();
        failures.add("503 overloaded");

        var result = result(failures);

        assertThat(result.broken()).hasSize(1);
        assertThat(new ReplaySummary(result).text())
                .contains("503 overloaded", "The run failed: the server failed 1 times");
    }

    @Test
    void soldThoughItCannotBeFailsTheRun() throws IOException {
        var result = result(new Failures());
        result.tally().flawed(Flaw.NO_NIGHTS, "accepted");

        assertThat(result.broken()).hasSize(1);
    }

    @Test
    void oversoldNightsFailTheRun() throws IOException {
        var result = result(new Failures());
        var stay = TimelineTest.row(2, "2020-05-10", 2, 3, BookingRow.Ending.STAYED, "2020-05-12");
        var target = result.plan().type(stay.roomType()).target();

        result.tally().reserved(stay, stay.arrival(), target);
        assertThat(result.broken()).isEmpty();
        result.tally().reserved(stay, stay.arrival(), 1);
        assertThat(result.broken()).hasSize(1);
    }

    private static ReplayResult result(Failures failures) throws IOException {
        var file = BookingFile.read(Sample.FILE, Integer.MAX_VALUE);
        var plan = HotelPlan.of(file.rows(), 0.6);
        return new ReplayResult(
                file, plan, Timeline.of(file.rows(), 1), new Tally(plan), failures, 64, 12.3, Optional.empty());
    }
}
