package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as it stands.
 *
 * @param pay how it can be paid; null when it cannot or need not
 * @param money what was paid and what went back, in lines
 * @param notice what happened just before
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ReservationPage(
        Frame frame,
        ReservationView reservation,
        @Nullable PayView pay,
        List<String> money,
        @Nullable String notice) implements TemplateInstance {

    /**
     * A reservation in words.
     *
     * @param state its code, for its colour
     * @param explanation what its state means for the guest; may be empty
     * @param cancellation where to cancel; null when that is over
     * @param guest name, phone and so on, as far as known
     */
    public record ReservationView(
            String id,
            String hotel,
            String hotelLink,
            String address,
            String type,
            String arrival,
            String departure,
            String forWhat,
            String state,
            String status,
            String explanation,
            List<OrderPage.PricedNight> nights,
            String total,
            String terms,
            @Nullable String cancellation,
            String feeNow,
            List<String> guest) {}
}
