package io.jari.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.replay.BookingRow.Ending;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingFileTest {
    private static final String HEADINGS = "lead_time,arrival_date_year,arrival_date_month,arrival_date_day_of_month,"
            + "stays_in_weekend_nights,stays_in_week_nights,adults,children,babies,reserved_room_type,deposit_type,adr,"
            + "reservation_status,reservation_status_date";

    @Test
    void aRowIsABooking() {
        var file = parse("7,2015,July,3,1,2,2,1,1,A,No Deposit,75.5,Check-Out,2015-07-06");

        assertThat(file.unreadable()).isEmpty();
        assertThat(file.rows())
                .containsExactly(new BookingRow(
                        2,
                        "A",
                        LocalDate.of(2015, 7, 3),
                        3,
                        7,
                        2,
                        2,
                        Ending.STAYED,
                        LocalDate.of(2015, 7, 6),
                        7_550,
                        "No Deposit"));
        assertThat(file.rows().getFirst().booked()).isEqualTo("2015-06-26");
        assertThat(file.rows().getFirst().departure()).isEqualTo("2015-07-06");
    }

    @Test
    void whatIsNoBookingIsNamedByLineAndReason() {
        var file = parse(
                "7,2015,July,3,1,2,2,1,1,A,No Deposit,75.5",
                "7,2015,Juli,3,1,2,2,1,1,A,No Deposit,75.5,Check-Out,2015-07-06",
                "7,2015,February,30,1,2,2,1,1,A,No Deposit,75.5,Check-Out,2015-07-06",
                "x,2015,July,3,1,2,2,1,1,A,No Deposit,75.5,Check-Out,2015-07-06",
                "7,2015,July,3,-1,2,2,1,1,A,No Deposit,75.5,Check-Out,2015-07-06",
                "7,2015,July,3,1,2,2,1,1,A,No Deposit,75.5,Vanished,2015-07-06",
                "7,2015,July,3,1,2,2,1,1,A,No Deposit,much,Check-Out,2015-07-06",
                "");

        assertThat(file.rows()).isEmpty();
        assertThat(file.unreadable()).extracting(BookingFile.Unreadable::line).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(file.unreadable().get(0).why()).isEqualTo("12 cells under 14 headings");
        assertThat(file.unreadable().get(3).why()).isEqualTo("lead_time is no number: x");
        assertThat(file.unreadable().get(5).why()).isEqualTo("unknown reservation_status Vanished");
    }

    @Test
    void aCellMayBeQuoted() {
        assertThat(BookingFile.cells("a,\"b,c\",\"d \"\"e\"\"\",")).containsExactly("a", "b,c", "d \"e\"", "");
    }

    @Test
    void theSampleCanBeReadWhollyOrInPart() throws IOException {
        assertThat(BookingFile.read(Sample.FILE, Integer.MAX_VALUE).rows()).hasSize(289);
        assertThat(BookingFile.read(Sample.FILE, 10).rows()).hasSize(10);
    }

    @Test
    void nothingIsNoBooking() {
        assertThat(BookingFile.parse(List.of(), 10).rows()).isEmpty();
    }

    private static BookingFile parse(String... rows) {
        var lines = new ArrayList<>(List.of(HEADINGS));
        lines.addAll(List.of(rows));
        return BookingFile.parse(lines, Integer.MAX_VALUE);
    }
}
