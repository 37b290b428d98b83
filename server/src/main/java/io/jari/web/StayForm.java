package io.jari.web;

import io.jari.booking.StayRequest;
import io.jari.core.stay.Claim;
import io.jari.http.Problem;
import io.jari.page.Form;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The stay that an order is for, as links and forms carry it. */
public record StayForm(
        String hotelId, String roomTypeId, LocalDate startDate, LocalDate endDate, int rooms, int guests) {

    /** Throws a problem for what none of our pages says. */
    static StayForm of(Form form) {
        var rooms = form.number("rooms");
        var guests = form.number("guests");
        return new StayForm(
                id(form, "hotel"),
                id(form, "type"),
                date(form, "startDate"),
                date(form, "endDate"),
                rooms == null ? 1 : Math.clamp(rooms, 1, Claim.MAX_ROOMS),
                guests == null ? 1 : Math.max(1, guests));
    }

    StayRequest request() {
        return StayRequest.of(hotelId, roomTypeId, startDate, endDate, rooms);
    }

    String link() {
        return Links.order(hotelId, roomTypeId, startDate, endDate, rooms, guests);
    }

    String hotelLink() {
        return "/hotels/%s?startDate=%s&endDate=%s&guests=%d&rooms=%d"
                .formatted(hotelId, startDate, endDate, guests, rooms);
    }

    private static String id(Form form, String name) {
        var text = form.text(name);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Problem.invalid(name, "must be a number").exception();
        }
        return text;
    }

    private static LocalDate date(Form form, String name) {
        try {
            return LocalDate.parse(form.text(name));
        } catch (DateTimeException _) {
            throw Problem.invalid(name, "must be a date").exception();
        }
    }
}
