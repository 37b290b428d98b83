package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of a concert, and choosing seats.
 *
 * @param zone the part of the hall that is looked at; null: none
 * @param notice what happened just before
 * @param near seats near those that somebody else was quicker to take
 * @param held where seats are that are held already
 * @param pass from the waiting room; null: the date has none
 * @param through whether seats can be held here at all: the page is for looking at otherwise
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record DatePage(
        Frame frame,
        DateView date,
        BestForm best,
        List<ZoneRow> zones,
        @Nullable ZoneView zone,
        @Nullable MapView map,
        @Nullable String notice,
        @Nullable Near near,
        @Nullable String held,
        @Nullable PassView pass,
        boolean through)
        implements TemplateInstance {

    /**
     * When, where, and whether seats can be had.
     *
     * @param state its code, for its colour
     * @param toOpen milliseconds until it is on sale, by the server's clock; 0 where it is not to come
     */
    public record DateView(
            String link,
            String concertLink,
            String title,
            String hall,
            String when,
            String state,
            String sale,
            String words,
            boolean open,
            long toOpen,
            String left,
            String limit,
            String refunds) {}

    /**
     * The right to choose.
     *
     * @param inside else one is sent to the waiting room
     * @param queue its address
     * @param left milliseconds that it lasts, unless it is renewed
     * @param token of the place that renews it; empty: none does
     */
    public record PassView(boolean inside, String queue, String words, long left, String token) {}

    /** Choosing by number and category alone. */
    public record BestForm(String key, List<HowMany> numbers, boolean any, List<Level> levels) {}

    /** So many seats. */
    public record HowMany(int seats, String words, boolean chosen) {}

    /** A category and its price. */
    public record Level(String name, String color, String price, String left, boolean none, boolean chosen) {}

    /** A part of the hall, to be looked at. */
    public record ZoneRow(String link, String name, String left, String prices, boolean none, boolean current) {}

    /** Its seats, row by row. */
    public record ZoneView(String name, int number, String key, List<RunView> runs) {}

    /** Seats side by side of one price. */
    public record RunView(String row, String color, String category, String price, List<SeatView> seats) {}

    /**
     * A seat.
     *
     * @param mark in words
     */
    public record SeatView(
            int seat,
            String number,
            boolean free,
            boolean wanted,
            @Nullable String mark) {}

    /**
     * The hall as it is drawn.
     *
     * @param plan the address of its geometry
     * @param seats the address of how its seats stand
     * @param words what its module says, as JSON
     * @param wanted seats that were chosen before
     */
    public record MapView(
            String date, String plan, String seats, int most, String key, RawString words, List<Integer> wanted) {}

    /** Others instead. */
    public record Near(String words, String key, int zone, List<Integer> seats) {}
}
