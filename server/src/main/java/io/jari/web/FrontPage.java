package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looking for a hotel.
 *
 * @param next the address of the following hotels
 * @param concerts some; none while hotels are searched
 * @param sale of a demo; shown beside concerts
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record FrontPage(
        Frame frame,
        Wish wish,
        List<HotelRow> hotels,
        @Nullable String next,
        List<ConcertsPage.Row> concerts,
        @Nullable DemoSaleView sale)
        implements TemplateInstance {

    /**
     * A hotel found.
     *
     * @param from the lowest price for what is wished; null when nothing is free
     */
    public record HotelRow(
            String link,
            String picture,
            String name,
            String city,
            String text,
            @Nullable String from) {}
}
