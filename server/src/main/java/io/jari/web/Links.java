package io.jari.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses within the pages. */
final class Links {
    /** Browsers read a backslash as a slash, and two slashes as another site. */
    private static final Pattern WITHIN = Pattern.compile("/([A-Za-z0-9_.~?&=%+-][A-Za-z0-9_.~?&=%+/-]*)?");

    private Links() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where a form may lead: an address on this site, else the front page. */
    static String within(@Nullable String next) {
        return next != null && next.length() <= 2_000 && WITHIN.matcher(next).matches() ? next : "/";
    }

    static String order(String hotelId, String roomTypeId, LocalDate start, LocalDate end, int rooms, int guests) {
        return "/order?hotel=%s&type=%s&startDate=%s&endDate=%s&rooms=%d&guests=%d"
                .formatted(hotelId, roomTypeId, start, end, rooms, guests);
    }

    static String hotel(String hotelId, Wish wish) {
        return "/hotels/" + hotelId + "?" + wish.query();
    }

    static String reservation(String reservationId) {
        return "/reservations/" + encoded(reservationId);
    }
}
