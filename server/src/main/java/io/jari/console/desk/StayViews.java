package io.jari.console.desk;

import io.jari.booking.BookingBodies.Night;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.console.desk.StayPage.StayView;
import io.jari.http.MoneyBody;
import java.util.List;

/** A stay in words. */
final class StayViews {
    private StayViews() {}

    static StayView of(Desk desk, ReservationBody r) {
        var t = desk.t();
        var hotel = desk.hotel().details();
        return new StayView(
                t.say("from", t.date(r.startDate()), t.time(hotel.checkIn())),
                t.say("until", t.date(r.endDate()), t.time(hotel.checkOut())),
                t.count("nights", r.nights().size()) + ", " + t.count("rooms", r.rooms()),
                desk.moment(r.createdAt()),
                r.nights().stream()
                        .map(night -> night(desk, r.total().currency(), night, r.rooms()))
                        .toList(),
                t.say(
                        "terms",
                        desk.moment(r.cancellation().freeUntil()),
                        t.money(r.cancellation().fee())),
                t.money(feeNow(desk, r)),
                r.status().equals("pending") ? desk.moment(r.payBy()) : null,
                why(desk, r),
                r.guest() == null ? null : r.guest().note());
    }

    static StayPage.Night night(Desk desk, String currency, Night night, int rooms) {
        var t = desk.t();
        var why = night.why();
        return new StayPage.Night(
                t.date(night.date()),
                t.money(night.price(), currency, rooms),
                why == null
                        ? List.of()
                        : why.stream().map(reason -> t.pick(reason.text())).toList());
    }

    /** What is not paid costs nothing to cancel. */
    private static MoneyBody feeNow(Desk desk, ReservationBody r) {
        var free = r.status().equals("pending")
                || !desk.now().isAfter(r.cancellation().freeUntil());
        return free ? new MoneyBody(0, r.total().currency()) : r.cancellation().fee();
    }

    private static String why(Desk desk, ReservationBody r) {
        var t = desk.t();
        var reason = "desk.ended." + r.cancelReason();
        var fee = r.feeCharged();
        return ((r.cancelReason() != null && t.has(reason) ? t.say(reason) : "")
                        + (fee == null || fee.amount() == 0 ? "" : " " + t.say("desk.ended.fee", t.money(fee))))
                .strip();
    }
}
