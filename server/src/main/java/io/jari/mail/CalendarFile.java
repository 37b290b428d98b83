package io.jari.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Something to come, as calendars take it: RFC 5545. Times are UTC, which every calendar shows by its own clock and which needs no
 * table of time zones.
 *
 * @param uid the same for the same thing, so that a calendar replaces what it has
 * @param madeAt when this was written
 * @param url its page; empty: it has none
 */
record CalendarFile(
        String uid,
        Instant madeAt,
        Instant startsAt,
        Instant endsAt,
        String summary,
        String location,
        String description,
        String url) {

    static final String TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";

    /** Octets in a line, its end not counted. */
    private static final int MOST_OCTETS = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    String text() {
        var file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Jari//Jari//EN");
        line(file, "METHOD:PUBLISH");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + escaped(uid));
        line(file, "DTSTAMP:" + UTC.format(madeAt));
        line(file, "DTSTART:" + UTC.format(startsAt));
        line(file, "DTEND:" + UTC.format(endsAt));
        line(file, "SUMMARY:" + escaped(summary));
        line(file, "LOCATION:" + escaped(location));
        line(file, "DESCRIPTION:" + escaped(description));
        if (!url.isEmpty()) {
            line(file, "URL:" + url);
        }
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    /** What would end a value or begin another; other control characters may not be in one at all. */
    private static String escaped(String text) {
        return text.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folded without cutting a character in two. */
    private static void line(StringBuilder file, String line) {
        var octets = 0;
        for (var at = 0; at < line.length(); ) {
            var end = at + Character.charCount(line.codePointAt(at));
            var character = line.substring(at, end);
            var more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MOST_OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += more;
            at = end;
        }
        file.append("\r\n");
    }
}
