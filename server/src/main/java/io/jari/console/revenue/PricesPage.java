package io.jari.console.revenue;

import io.jari.console.Console;
import io.jari.console.revenue.InventoryPage.Choice;
import io.jari.console.revenue.InventoryPage.Preview;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rooms cost, and why.
 *
 * @param type the room type that is looked at; null: the hotel has none yet
 */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PricesPage(
        Console console,
        String base,
        String api,
        @Nullable TypePrices type,
        List<Choice> types,
        String night,
        RulesForm rules,
        @Nullable Preview preview,
        @Nullable Saving saving)
        implements TemplateInstance {

    /**
     * One room type's prices.
     *
     * @param curve price against occupancy, of the night that is looked at
     */
    record TypePrices(
            String id,
            String name,
            RawString curve,
            List<Point> points,
            boolean compared,
            List<Night> nights,
            CardForm card) {}

    /** @param after under the rules that are tried; empty: none are */
    record Point(int occupancy, String before, String after) {}

    record Night(String date, boolean stop, int sold, String rate, boolean own, List<String> why, String price) {}

    /** A rate card as it stands or was typed, in major units. */
    record CardForm(String version, String base, String min, String max, Flaws flaws) {}

    /**
     * What is pressed once it was looked at.
     *
     * @param etag of what was read when the form was opened
     */
    record Saving(String action, String etag) {}
}
