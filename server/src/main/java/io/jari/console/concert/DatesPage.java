package io.jari.console.concert;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All dates of a concert.
 *
 * @param form null: for who stands at the door alone, or where nothing more can be made
 */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DatesPage(
        Console console,
        boolean organiser,
        List<Row> dates,
        String plansLink,
        boolean closed,
        @Nullable NewDateForm form)
        implements TemplateInstance {

    /** @param figures null: not for who stands at the door alone */
    record Row(
            String link,
            String door,
            String when,
            String state,
            String status,
            @Nullable Figures figures) {}

    record Figures(String seats, String sold, String held, String free, String money, String room) {}

    /** @param prices by category, in major units: what they were last */
    record NewDateForm(
            String api,
            String plansApi,
            String zone,
            int digits,
            List<Plan> plans,
            String saleOpensAt,
            String mostSeats,
            String holdMinutes,
            RawString prices) {}

    record Plan(String id, String words) {}
}
