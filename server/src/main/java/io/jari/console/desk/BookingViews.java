package io.jari.console.desk;

import io.jari.booking.AvailabilityBody;
import io.jari.booking.BookingBodies.Alternative;
import io.jari.booking.BookingBodies.Order;
import io.jari.console.desk.BookingPage.Nearest;
import io.jari.console.desk.BookingPage.Night;
import io.jari.page.ProblemPages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Offers in words. */
final class BookingViews {
    private static final String SOLD_OUT = "urn:jari:problem:sold-out";

    private BookingViews() {}

    static BookingPage.Type type(Desk desk, BookingWish wish, String currency, AvailabilityBody.Type type) {
        var t = desk.t();
        var left = type.left();
        return new BookingPage.Type(
                t.pick(type.name()),
                t.count("desk.sleeps", type.maxGuests()),
                left == null ? "" : t.count("desk.left", left),
                t.money(type.total()),
                type.roomTypeId().equals(wish.type()),
                type.available() ? desk.base() + "/booking" + wish.query(type.roomTypeId()) + "#order" : null,
                type.nights().stream()
                        .map(n -> night(desk, currency, n, wish.rooms()))
                        .toList());
    }

    private static Night night(Desk desk, String currency, AvailabilityBody.Night night, int rooms) {
        var t = desk.t();
        return new Night(
                t.date(night.date()),
                t.money(night.price(), currency, rooms),
                night.why().stream().map(reason -> t.pick(reason.text())).toList(),
                night.reason() == null ? "" : t.say("reason." + night.reason()));
    }

    static BookingPage.Order order(Desk desk, BookingWish wish, Order order) {
        var t = desk.t();
        return new BookingPage.Order(
                order.reservationId(),
                order.quote(),
                order.hotelId(),
                order.roomTypeId(),
                desk.what(order.roomTypeId(), order.rooms()),
                t.dates(order.startDate(), order.endDate()),
                t.money(order.total()),
                t.say(
                        "terms",
                        desk.moment(order.cancellation().freeUntil()),
                        t.money(order.cancellation().fee())),
                desk.moment(order.expiresAt()),
                t.count("minutes", order.payWithinMinutes()),
                order.nights().stream()
                        .map(night -> StayViews.night(desk, order.total().currency(), night, order.rooms()))
                        .toList(),
                desk.base() + "/booking" + wish.query(order.roomTypeId()));
    }

    /** Of an order that was made although it was refused a moment ago. */
    static String notice(Desk desk, BookingWish wish) {
        return switch (wish.refused()) {
            case "order-expired" -> desk.t().say("desk.booking.expired");
            case "sold-out" -> desk.t().say("desk.booking.again");
            default -> "";
        };
    }

    static String refusal(Desk desk, BookingWish wish, Map<?, ?> problem) {
        var t = desk.t();
        var type = Objects.toString(problem.get("type"), "");
        if (!type.equals(SOLD_OUT)) {
            return ProblemPages.words(t, type, problem.get("status") instanceof Integer status ? status : 409);
        }
        var night = problem.get("night") instanceof LocalDate date ? t.date(date) : "";
        if (wish.refused().equals("sold-out")) {
            return t.say("desk.booking.just-taken", night);
        }
        return problem.get("left") instanceof Integer left && left > 0
                ? t.count("desk.booking.left", left)
                : t.say("desk.booking.no", night, t.say("reason." + problem.get("reason")));
    }

    static List<Nearest> nearest(Desk desk, BookingWish wish, Map<?, ?> problem) {
        var found = problem.get("alternatives") instanceof List<?> list ? list : List.of();
        return found.stream()
                .filter(Alternative.class::isInstance)
                .map(Alternative.class::cast)
                .map(free -> new Nearest(desk.words(free), desk.t().money(free.total()), link(desk, wish, free)))
                .toList();
    }

    private static String link(Desk desk, BookingWish wish, Alternative free) {
        return desk.base() + "/booking?startDate=" + free.startDate() + "&endDate=" + free.endDate() + "&guests="
                + wish.guests() + "&rooms=" + wish.rooms() + "&type=" + free.roomTypeId() + "#order";
    }
}
