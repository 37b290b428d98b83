package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A priced offer, and who comes.
 *
 * @param notice what happened before, such as that the last offer's time was over
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record OrderPage(
        Frame frame,
        OrderView order,
        StayForm stay,
        GuestForm guest,
        @Nullable String notice) implements TemplateInstance {

    /** The offer as shown; the last two are sent back with the form. */
    public record OrderView(
            String hotel,
            String hotelLink,
            String type,
            String dates,
            String forWhat,
            List<PricedNight> nights,
            String total,
            String cancellation,
            String goodUntil,
            long secondsLeft,
            String payWithin,
            String reservationId,
            String quote) {}

    /** One night of one room. */
    public record PricedNight(String date, String price, List<String> why) {}
}
