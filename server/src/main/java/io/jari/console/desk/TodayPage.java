package io.jari.console.desk;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hotel's day.
 *
 * @param today whether it is today at the hotel: then guests come and go
 * @param base the address that the hotel's pages begin with
 * @param api the same of its API
 */
@CheckedTemplate(basePath = "console/desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record TodayPage(
        Console console,
        LocalDate date,
        String day,
        boolean today,
        LocalDate before,
        LocalDate after,
        String base,
        String api,
        List<Figure> figures,
        List<StayRow> arrivals,
        List<StayRow> departures,
        List<StayRow> notArrived,
        List<Oversold> oversold,
        List<RoomChip> dirty,
        List<RoomChip> clean)
        implements TemplateInstance {

    /** A number of the day, and where to see who it is. */
    record Figure(String words, String number, @Nullable String link) {}

    /** A night of which more is sold than there is. */
    record Oversold(String night, String type, String words, String link) {}

    /** A room to be said clean or dirty. */
    record RoomChip(String id, String number, boolean occupied) {}
}
