package io.jari.web;

import io.jari.concert.DateTerms;
import io.jari.core.money.Money;
import io.jari.page.Addresses;
import io.jari.page.Language;
import java.time.LocalDate;

/** Addresses within the pages. */
public final class Links {
    private Links() {}

    public static String order(
            String hotelId, String roomTypeId, LocalDate start, LocalDate end, int rooms, int guests) {
        return "/order?hotel=%s&type=%s&startDate=%s&endDate=%s&rooms=%d&guests=%d"
                .formatted(hotelId, roomTypeId, start, end, rooms, guests);
    }

    public static String hotel(String hotelId, Wish wish) {
        return "/hotels/" + hotelId + "?" + wish.query();
    }

    /** Drawn: hotels have no photographs here. */
    static String hotelPicture(String hotelId) {
        return "/pictures/hotel-" + hotelId + ".svg";
    }

    static String roomPicture(String hotelId, String roomTypeId) {
        return "/pictures/room-" + (Long.parseLong(hotelId) * 100 + Long.parseLong(roomTypeId)) + ".svg";
    }

    static String concertPicture(String concertId) {
        return "/pictures/concert-" + concertId + ".svg";
    }

    /** A room type's page. */
    static String roomType(String hotelId, String roomTypeId, Wish wish) {
        return "/hotels/" + hotelId + "/room-types/" + roomTypeId + "?" + wish.query();
    }

    public static String payment(String paymentId) {
        return "/payments/" + Addresses.encoded(paymentId);
    }

    /** Where a provider sends guests back to. */
    public static String paymentReturn(String paymentId) {
        return payment(paymentId) + "/return";
    }

    /** A wallet's page, its form for this currency and so much, in minor units; nothing below one. */
    public static String charge(String currency, long minor) {
        var amount = minor > 0 ? "&amount=" + Money.of(minor, currency).major().toPlainString() : "";
        return "/wallet?currency=" + currency + amount + "#charge";
    }

    /** A provider's page as the guest reads it: what knows no {@code language} passes over it. */
    public static String inLanguage(String url, Language language) {
        return url + (url.contains("?") ? "&" : "?") + "language=" + language.code();
    }

    public static String concert(String concertId) {
        return "/concerts/" + concertId;
    }

    public static String date(String concertId, String dateId) {
        return concert(concertId) + "/dates/" + dateId;
    }

    public static String date(DateTerms terms) {
        return date(Integer.toString(terms.concertId()), Integer.toString(terms.dateId()));
    }

    public static String hold(String holdId) {
        return "/holds/" + Addresses.encoded(holdId);
    }

    /** What is asked before seats that were bought are given back. */
    public static String release(String holdId) {
        return hold(holdId) + "/release";
    }

    /** One's own of a date. */
    public static String tickets(String dateId) {
        return "/tickets?date=" + dateId;
    }

    public static String ticket(String ticketId) {
        return "/tickets/" + Addresses.encoded(ticketId);
    }

    public static String reservation(String reservationId) {
        return "/reservations/" + Addresses.encoded(reservationId);
    }
}
