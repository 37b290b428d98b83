package io.jari.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.stay.HotelClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar files as RFC 5545 wants them. */
class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2027-01-02T03:04:05Z");

    private static String file(String summary, String location, String description) {
        return new CalendarFile(
                        "AQx@jari.example",
                        NOW,
                        Instant.parse("2027-05-01T10:00:00Z"),
                        Instant.parse("2027-05-01T12:00:00Z"),
                        summary,
                        location,
                        description,
                        "https://jari.example/tickets?date=1")
                .text();
    }

    private static String unfolded(String file) {
        return file.replace("\r\n ", "");
    }

    @Test
    void oneEventThatEveryCalendarReads() {
        assertThat(file("A Night in Spring", "Hall", "Row 1")).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Jari//Jari//EN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:AQx@jari.example
                DTSTAMP:20270102T030405Z
                DTSTART:20270501T100000Z
                DTEND:20270501T120000Z
                SUMMARY:A Night in Spring
                LOCATION:Hall
                DESCRIPTION:Row 1
                URL:https://jari.example/tickets?date=1
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        var name = "봄의 밤, 서울의 별 아래에서 🎻 ".repeat(20);
        var file = file(name, "x".repeat(74), "y".repeat(500));
        for (var line : file.split("\r\n", -1)) {
            var octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .as("no half of a character")
                    .isEqualTo(line);
            assertThat(line).doesNotContain("\ufffd", "\n", "\r");
        }
        assertThat(unfolded(file))
                .contains("SUMMARY:" + name.replace(",", "\\,") + "\r\n")
                .contains("DESCRIPTION:" + "y".repeat(500) + "\r\n");
    }

    @Test
    void nothingEndsItsValue() {
        var file = unfolded(file("a;b,c\\d\r\nBEGIN:VALARM", "tab\tbell\u0007", "x\ny"));
        assertThat(file)
                .contains(
                        "SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM\r\n", "LOCATION:tab\tbell \r\n", "DESCRIPTION:x\\ny\r\n")
                .doesNotContain("\r\nBEGIN:VALARM");
    }

    /** Check-in at 15:00 by the hotel's clock, also where clocks are put forward or back. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Seoul, 2027-05-01, 15:00, 20270501T060000Z",
        "Europe/Paris, 2027-03-27, 15:00, 20270327T140000Z",
        "Europe/Paris, 2027-03-28, 15:00, 20270328T130000Z",
        "Europe/Paris, 2027-03-28, 02:30, 20270328T013000Z",
        "America/New_York, 2027-11-07, 01:30, 20271107T053000Z"
    })
    void timesAreOfTheHotelsClock(String zone, LocalDate date, LocalTime time, String written) {
        var at = new HotelClock(ZoneId.of(zone)).at(date, time);
        var file = new CalendarFile("u", NOW, at, at, "s", "l", "d", "").text();
        assertThat(file).contains("DTSTART:" + written + "\r\n").doesNotContain("URL");
    }
}
