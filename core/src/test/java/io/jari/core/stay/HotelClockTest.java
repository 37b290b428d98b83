package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotelClockTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-01T14:59:59Z | Asia/Seoul         | 2026-03-01
            2026-03-01T15:00:00Z | Asia/Seoul         | 2026-03-02
            2026-03-01T09:59:00Z | Pacific/Honolulu   | 2026-02-28
            2026-03-01T10:00:00Z | Pacific/Kiritimati | 2026-03-02
            2026-03-08T04:59:00Z | America/New_York   | 2026-03-07
            """)
    void todayIsTheHotelsOwn(Instant now, ZoneId zone, LocalDate today) {
        assertThat(new HotelClock(zone).today(now)).isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-01 | 2026-03-03 | PAST
            2026-03-02 | 2026-03-03 | OPEN
            2028-02-28 | 2028-03-01 | OPEN
            2028-02-29 | 2028-03-02 | BEYOND_HORIZON
            2028-03-01 | 2028-03-02 | BEYOND_HORIZON
            """)
    void sells730NightsFromToday(LocalDate start, LocalDate end, HotelClock.Window window) {
        var seoul = new HotelClock(ZoneId.of("Asia/Seoul"));
        var now = Instant.parse("2026-03-01T15:00:00Z");
        assertThat(seoul.window(new NightRange(start, end), now)).isEqualTo(window);
        assertThat(seoul.horizon(now)).isEqualTo("2028-03-01");
        assertThat(seoul.isPast(start, now)).isEqualTo(window == HotelClock.Window.PAST);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01,-1", "2026-03-02,0", "2026-04-02,31"})
    void leadTimeCountsLocalDays(LocalDate night, int days) {
        var seoul = new HotelClock(ZoneId.of("Asia/Seoul"));
        assertThat(seoul.leadDays(night, Instant.parse("2026-03-01T15:00:00Z"))).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-07-01 | 18:00 | Asia/Seoul         | 2026-07-01T09:00:00Z | no daylight saving
            2026-03-08 | 02:30 | America/New_York   | 2026-03-08T07:30:00Z | gap: forward to 03:30
            2026-11-01 | 01:30 | America/New_York   | 2026-11-01T05:30:00Z | overlap: the earlier
            2026-03-29 | 01:30 | Europe/London      | 2026-03-29T01:30:00Z | gap: forward to 02:30 summer time
            2026-10-25 | 02:30 | Europe/Berlin      | 2026-10-25T00:30:00Z | overlap: the earlier
            2026-10-04 | 02:15 | Australia/Lord_Howe | 2026-10-03T15:45:00Z | a gap of half an hour
            2011-12-30 | 12:00 | Pacific/Apia       | 2011-12-30T22:00:00Z | a day that was skipped
            """)
    void deadlinesAreInstants(LocalDate date, LocalTime time, ZoneId zone, Instant instant, String why) {
        assertThat(new HotelClock(zone).at(date, time)).as(why).isEqualTo(instant);
    }
}
