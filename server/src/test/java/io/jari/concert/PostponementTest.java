package io.jari.concert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jari.db.TestPostgres;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import io.jari.seat.TestHall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the sale of a date ends that is put off. */
class PostponementTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private final DateEdits edits = new DateEdits(
            new DateStore(DATABASE),
            new Changes(DATABASE),
            new Difference(JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()));

    /** Days from now; a question mark: nobody knows yet. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            starts, closes, put off until, closes then
            30,     30,     60,            60
            30,     30,     ? 60,          60
            30,     30,     ? ? 60,        60
            30,     30,     ? 60 ? 90,     90
            30,     20,     60,            20
            30,     20,     ? 60,          20
            30,     20,     ? ? 60,        20
            30,     20,     ? 60 ? 90,     20
            30,     20,     15,            15
            30,     20,     ? 15,          15
            30,     30,     ?,             30
            """, useHeadersInDisplayName = true)
    void anEndThatStaffChoseStays(int starts, int closes, String putOff, int closesThen) {
        var hall = TestHall.with(DATABASE, 10);
        hall.execute("update concert_date set starts_at = '%s', sale_closes_at = '%s' where date_id = %d"
                .formatted(in(starts), in(closes), hall.dateId()));
        for (var until : putOff.split(" ", -1)) {
            var to = new Postponement(until.equals("?") ? null : in(Integer.parseInt(until)), in(10));
            edits.postpone("account:1", hall.concertId(), hall.dateId(), to);
        }
        var date = new DateStore(DATABASE).find(hall.concertId(), hall.dateId()).orElseThrow();
        assertThat(date.terms().saleClosesAt()).isEqualTo(in(closesThen));
    }

    private Instant in(int days) {
        return today.plus(Duration.ofDays(days));
    }
}
