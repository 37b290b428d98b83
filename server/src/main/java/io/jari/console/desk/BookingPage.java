package io.jari.console.desk;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking by telephone.
 *
 * @param types what there is
 * @param order what was chosen, priced
 * @param notice what is to know first; empty: nothing
 * @param nearest what is free where the choice is not
 */
@CheckedTemplate(basePath = "console/desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record BookingPage(
        Console console,
        String base,
        BookingWish wish,
        List<Type> types,
        @Nullable Order order,
        String notice,
        List<Nearest> nearest)
        implements TemplateInstance {

    /**
     * A room type for the nights wished.
     *
     * @param link to choose it; null: it cannot be had
     */
    record Type(
            String name,
            String sleeps,
            String few,
            String total,
            boolean chosen,
            @Nullable String link,
            List<Night> nights) {}

    /** A night's price and why, or why it cannot be had. */
    record Night(String date, String price, List<String> why, String reason) {}

    /**
     * A priced offer, good for some minutes.
     *
     * @param again the address that makes a fresh one, or says what is free instead
     */
    record Order(
            String reservationId,
            String quote,
            String hotelId,
            String typeId,
            String what,
            String dates,
            String total,
            String terms,
            String goodUntil,
            String payWithin,
            List<StayPage.Night> nights,
            String again) {}

    /** Something that is free. */
    record Nearest(String words, String total, String link) {}
}
