package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concert and its dates.
 *
 * @param sale of a demo
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ConcertPage(
        Frame frame,
        ConcertView concert,
        List<DateRow> dates,
        @Nullable DemoSaleView sale) implements TemplateInstance {

    /** What it says of itself. */
    public record ConcertView(
            String drawn, String title, String text, String hall, String address, List<String> pictures) {}

    /**
     * One performance.
     *
     * @param state its code, for its colour
     * @param words what its state means; empty when seats can be had
     * @param left how many; empty when none can be had
     * @param room when its waiting room opens; empty: it has none
     * @param opensAt when it opens, or its waiting room, in seconds since 1970 by this machine's clock; 0 where it is not to come
     */
    public record DateRow(
            String link,
            String when,
            boolean moved,
            String state,
            String sale,
            String words,
            boolean open,
            String left,
            String room,
            long opensAt,
            List<Price> prices) {}

    /**
     * Of a category.
     *
     * @param left how many; empty where it is not known or does not matter
     */
    public record Price(String name, String color, String price, String left) {}
}
