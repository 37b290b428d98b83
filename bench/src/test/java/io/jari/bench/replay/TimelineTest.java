package io.jari.bench.replay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.replay.BookingRow.Ending;
import io.jari.bench.replay.Timeline.Crowd;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void whatHappensComesInTheOrderItHappened() {
        var timeline = Timeline.of(
                List.of(
                        row(1, "2020-05-10", 2, 9, Ending.STAYED, "2020-05-12"),
                        row(2, "2020-05-12", 1, 11, Ending.CANCELED, "2020-05-01"),
                        row(3, "2020-05-12", 1, 0, Ending.STAYED, "2020-05-13"),
                        row(4, "2020-05-12", 3, 2, Ending.NO_SHOW, "2020-05-12")),
                1);

        assertThat(told(timeline)).isEqualTo("""
                2020-05-01 BOOK 1 2
                2020-05-01 CANCEL 2
                2020-05-10 BOOK 4
                2020-05-10 ARRIVE 1
                2020-05-12 LEAVE 1
                2020-05-12 BOOK 3
                2020-05-12 ARRIVE 3
                2020-05-12 NO_SHOW 4
                2020-05-13 LEAVE 3
                """);
        assertThat(timeline.events()).isEqualTo(10);
    }

    @Test
    void whatWasRecordedTooEarlyHappensWhenItCan() {
        var timeline = Timeline.of(
                List.of(
                        row(1, "2020-05-10", 2, 3, Ending.CANCELED, "2020-05-01"),
                        row(2, "2020-05-10", 2, 3, Ending.NO_SHOW, "2020-01-01"),
                        row(3, "2020-05-10", 0, 3, Ending.STAYED, "2020-05-10")),
                1);

        assertThat(told(timeline)).isEqualTo("""
                2020-05-07 BOOK 1 2 3
                2020-05-07 CANCEL 1
                2020-05-10 ARRIVE 3
                2020-05-10 NO_SHOW 2
                """);
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherSeedAnother() throws IOException {
        var rows = BookingFile.read(Sample.FILE, Integer.MAX_VALUE).rows();

        assertThat(Timeline.of(rows, 7)).isEqualTo(Timeline.of(rows, 7)).isNotEqualTo(Timeline.of(rows, 8));
    }

    private static String told(Timeline timeline) {
        return timeline.crowds().stream().map(TimelineTest::told).collect(joining());
    }

    private static String told(Crowd crowd) {
        return crowd.day() + " " + crowd.moment() + " "
                + crowd.rows().stream()
                        .map(row -> row.line())
                        .sorted()
                        .map(String::valueOf)
                        .collect(joining(" "))
                + "\n";
    }

    static BookingRow row(int line, String arrival, int nights, int lead, Ending ending, String recorded) {
        return new BookingRow(
                line,
                "A",
                LocalDate.parse(arrival),
                nights,
                lead,
                2,
                0,
                ending,
                LocalDate.parse(recorded),
                9_000,
                "No Deposit");
    }
}
