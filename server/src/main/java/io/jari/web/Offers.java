package io.jari.web;

import io.jari.booking.BookingBodies.Alternative;
import io.jari.booking.BookingBodies.CancellationBody;
import io.jari.booking.BookingBodies.Night;
import io.jari.booking.BookingBodies.Order;
import io.jari.db.DatabaseClock;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomType;
import io.jari.hotel.RoomTypes;
import io.jari.page.Texts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Offers in words. */
@Singleton
class Offers {
    private final Hotels hotels;
    private final RoomTypes roomTypes;
    private final DatabaseClock clock;

    Offers(Hotels hotels, RoomTypes roomTypes, DatabaseClock clock) {
        this.clock = clock;
        this.hotels = hotels;
        this.roomTypes = roomTypes;
    }

    OrderPage.OrderView view(Texts t, StayForm stay, Order order) {
        var hotel = hotels.find(Integer.parseInt(order.hotelId())).details();
        var zone = ZoneId.of(hotel.timeZone());
        var currency = order.total().currency();
        return new OrderPage.OrderView(
                t.pick(hotel.name()),
                stay.hotelLink(),
                typeName(t, order.hotelId(), order.roomTypeId()),
                t.dates(order.startDate(), order.endDate()),
                t.count("nights", order.nights().size()) + ", " + t.count("rooms", order.rooms()),
                order.nights().stream()
                        .map(night -> night(t, currency, night, order.rooms()))
                        .toList(),
                t.money(order.total()),
                cancellation(t, order.cancellation(), zone),
                t.moment(order.expiresAt(), zone),
                Math.max(0, Duration.between(clock.now(), order.expiresAt()).toSeconds()),
                t.count("minutes", order.payWithinMinutes()),
                order.reservationId(),
                order.quote());
    }

    static OrderPage.PricedNight night(Texts t, String currency, Night night, int rooms) {
        var why = night.why();
        return new OrderPage.PricedNight(
                t.date(night.date()),
                t.money(night.price(), currency, rooms),
                why == null
                        ? List.of()
                        : why.stream().map(reason -> t.pick(reason.text())).toList());
    }

    static String cancellation(Texts t, CancellationBody terms, ZoneId zone) {
        return t.say("terms", t.moment(terms.freeUntil(), zone), t.money(terms.fee()));
    }

    String typeName(Texts t, String hotelId, String roomTypeId) {
        var name = roomTypes
                .find(Integer.parseInt(hotelId), Integer.parseInt(roomTypeId))
                .details()
                .name();
        return t.pick(name);
    }

    /** Each leads to an order of what is free. */
    List<SoldOutPage.Nearest> nearest(Texts t, StayForm stay, List<?> alternatives) {
        var names = roomTypes.list(Integer.parseInt(stay.hotelId())).stream()
                .collect(Collectors.toMap(
                        RoomType::roomTypeID, type -> t.pick(type.details().name())));
        return alternatives.stream()
                .filter(Alternative.class::isInstance)
                .map(Alternative.class::cast)
                .map(free -> new SoldOutPage.Nearest(
                        Links.order(
                                stay.hotelId(),
                                free.roomTypeId(),
                                free.startDate(),
                                free.endDate(),
                                stay.rooms(),
                                stay.guests()),
                        names.getOrDefault(free.roomTypeId(), ""),
                        t.dates(free.startDate(), free.endDate()),
                        t.money(free.total())))
                .toList();
    }
}
