package io.jari.console.concert;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sale of a date, live, and all that its organiser can do about it.
 *
 * @param sureNow what is asked before it is canceled, as things stand
 * @param sure the same with {0} tickets and {1} of money left open
 */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DateSalePage(
        Console console, DateView date, LiveView live, Terms terms, List<Price> prices, String sureNow, String sure)
        implements TemplateInstance {

    /**
     * Which date, and how it stands.
     *
     * @param link of this page
     * @param api of the date
     */
    record DateView(
            String link,
            String api,
            String guests,
            String when,
            String state,
            String status,
            boolean paused,
            boolean canceled,
            boolean timed,
            String planUrl,
            String zone,
            int digits,
            String currency,
            String etag) {}

    /** @param zero nothing, as money is written */
    record LiveView(List<Figure> figures, List<Bar> bars, List<Line> lines, int sold, int seats, String zero) {}

    /** @param name in the API's JSON */
    record Figure(String name, String label, String value) {}

    /** Seats paid in a minute, as high as they were many. */
    record Bar(int x, String y, String height) {}

    record Line(String name, String label) {}

    record Terms(
            String startsAt,
            String saleOpensAt,
            String saleClosesAt,
            String refundsUntil,
            int holdMinutes,
            int mostSeats) {}

    /** @param field percent-encoded where its name says more than a name */
    record Price(
            String field,
            String name,
            String color,
            String price,
            @Nullable String left) {}
}
