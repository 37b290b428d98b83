package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hotel and what it has free.
 *
 * @param calendar null: nothing is sold here
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record HotelPage(
        Frame frame,
        Wish wish,
        HotelView hotel,
        List<TypeRow> types,
        @Nullable NightCalendar calendar) implements TemplateInstance {

    /** What a hotel says of itself. */
    public record HotelView(
            String picture,
            String name,
            String city,
            String address,
            String text,
            String checkIn,
            String checkOut,
            boolean closed) {}

    /**
     * A room type for the nights wished.
     *
     * @param few how many are left, when few
     * @param order where to book it; null when it cannot be sold
     */
    public record TypeRow(
            String link,
            String picture,
            String name,
            String text,
            String sleeps,
            String total,
            String forWhat,
            @Nullable String few,
            @Nullable String order,
            List<NightRow> nights) {}

    /**
     * A night of it.
     *
     * @param reason why it cannot be sold
     * @param why why it costs what it costs
     */
    public record NightRow(
            String date, String price, @Nullable String reason, List<String> why) {}
}
