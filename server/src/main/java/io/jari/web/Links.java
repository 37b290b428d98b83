package io.jari.web;

import io.jari.core.money.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses within the pages. */
final class Links {
    /** Browsers read a backslash as a slash, and two slashes as another site. */
    private static final Pattern WITHIN = Pattern.compile("/([A-Za-z0-9_.~?&=%+-][A-Za-z0-9_.~?&=%+/-]*)?");

    /** Where staff enrol theirs. */
    static final String SECOND_FACTOR = "/second-factor";

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

    static String payment(String paymentId) {
        return "/payments/" + encoded(paymentId);
    }

    /** Where a provider sends guests back to. */
    static String paymentReturn(String paymentId) {
        return payment(paymentId) + "/return";
    }

    /** A wallet's page, its form for this currency and so much, in minor units; nothing below one. */
    static String charge(String currency, long minor) {
        var amount = minor > 0 ? "&amount=" + Money.of(minor, currency).major().toPlainString() : "";
        return "/wallet?currency=" + currency + amount + "#charge";
    }

    /** A provider's page as the guest reads it: what knows no {@code language} passes over it. */
    static String inLanguage(String url, Language language) {
        return url + (url.contains("?") ? "&" : "?") + "language=" + language.code();
    }

    static String concert(String concertId) {
        return "/concerts/" + concertId;
    }

    static String date(String concertId, String dateId) {
        return concert(concertId) + "/dates/" + dateId;
    }

    static String hold(String holdId) {
        return "/holds/" + encoded(holdId);
    }

    /** What is asked before seats that were bought are given back. */
    static String release(String holdId) {
        return hold(holdId) + "/release";
    }

    /** One's own of a date. */
    static String tickets(String dateId) {
        return "/tickets?date=" + dateId;
    }

    static String ticket(String ticketId) {
        return "/tickets/" + encoded(ticketId);
    }

    static String reservation(String reservationId) {
        return "/reservations/" + encoded(reservationId);
    }
}
