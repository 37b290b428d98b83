package io.jari.console.desk;

import io.jari.booking.BookingBodies.KnownGuest;
import io.jari.booking.BookingBodies.ReservationBody;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a list.
 *
 * @param contact telephone and e-mail, as far as known
 * @param rooms the numbers of its rooms; may be empty
 * @param state its code, for its colour
 * @param next what comes next: pay, check-in, check-out; may be empty
 * @param late whether it may be given up as a no-show
 */
public record StayRow(
        String id,
        String link,
        String guest,
        String contact,
        String party,
        String dates,
        String what,
        String rooms,
        String state,
        String status,
        String total,
        String next,
        boolean late) {

    static StayRow of(Desk desk, ReservationBody r, List<String> rooms) {
        var t = desk.t();
        var state = new StayState(desk, r);
        return new StayRow(
                r.reservationId(),
                desk.stay(r.reservationId()),
                name(desk, r.guest()),
                contact(r.guest()),
                r.guest() == null ? "" : t.count("people", r.guest().partySize()),
                t.shortDate(r.startDate()) + " – " + t.shortDate(r.endDate()),
                desk.what(r.roomTypeId(), r.rooms()),
                String.join(", ", rooms),
                state.code(),
                t.say("state." + state.code()),
                t.money(r.total()),
                state.next(),
                state.isLate());
    }

    static String name(Desk desk, @Nullable KnownGuest guest) {
        return guest == null || guest.name().isEmpty() ? desk.t().say("desk.erased") : guest.name();
    }

    private static String contact(@Nullable KnownGuest guest) {
        return guest == null
                ? ""
                : Stream.of(guest.phone(), guest.email())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
    }
}
