package io.jari.console.desk;

import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.booking.DeskPayments;
import io.jari.booking.OwnReservations;
import io.jari.booking.Today;
import io.jari.booking.TodayBodies.RackRoom;
import io.jari.console.desk.StayPage.Arrive;
import io.jari.http.Problem;
import io.jari.page.Form;
import io.jari.payment.Payments;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Brings together what the page of a stay shows. */
@Singleton
class StayPages {
    private static final int MOST_DAYS = 800;
    private final OwnReservations reservations;
    private final Payments payments;
    private final DeskPayments atDesk;
    private final Today today;
    private final StayChangeViews changes;
    private final StayPapers papers;
    private final Desks desks;

    StayPages(
            OwnReservations reservations,
            Payments payments,
            DeskPayments atDesk,
            Today today,
            StayChangeViews changes,
            StayPapers papers,
            Desks desks) {
        this.reservations = reservations;
        this.payments = payments;
        this.atDesk = atDesk;
        this.today = today;
        this.changes = changes;
        this.papers = papers;
        this.desks = desks;
    }

    /** Of a stay of this hotel; another's is not found here. */
    StayPage page(Desk desk, Form form, String id, StayPapers.Context context) {
        var r = reservations.find(desk.caller(), id);
        if (!r.hotelId().equals(desk.hotel().hotelID())) {
            throw Problem.notFound("reservation").exception();
        }
        var can = new StayState(desk, r);
        var rooms = rooms(desk, r, can);
        return new StayPage(
                desks.console(desk, "desk.stay.title"),
                desk.base(),
                StayRow.of(desk, r, numbers(rooms, r)),
                StayViews.of(desk, r),
                can,
                can.checksIn() ? arrive(desk, r, rooms) : null,
                can.isInHouse() ? moves(desk, r, rooms) : List.of(),
                can.changes() ? changes.of(desk, form, r) : null,
                StayMoney.of(desk, payments.find(desk.caller(), id, 0, null), atDesk.of(desk.hotelId(), id)),
                papers.letters(desk, id, context),
                papers.journal(desk, id, context));
    }

    /** The rooms over the nights of the stay, where it has to do with rooms; none while it is to come. */
    private List<RackRoom> rooms(Desk desk, ReservationBody r, StayState can) {
        if (!can.checksIn() && !can.isInHouse() && !can.code().equals("checked_out")) {
            return List.of();
        }
        var until = can.isInHouse() || can.checksIn()
                ? later(r.endDate(), desk.today().plusDays(1))
                : r.endDate();
        var from = later(r.startDate(), until.minusDays(MOST_DAYS));
        return today.rack(desk.hotelId(), from, until, MOST_DAYS).rooms();
    }

    private static List<String> numbers(List<RackRoom> rooms, ReservationBody r) {
        return rooms.stream()
                .filter(room -> r.reservationId().equals(room.reservationId())
                        || (r.stay().equals("checked_out")
                                && room.entries().stream()
                                        .anyMatch(e -> r.reservationId().equals(e.reservationId()))))
                .map(RackRoom::number)
                .toList();
    }

    private static Arrive arrive(Desk desk, ReservationBody r, List<RackRoom> rooms) {
        var from = later(r.startDate(), desk.today());
        var until = later(r.endDate(), from.plusDays(1));
        return new Arrive(
                r.rooms(),
                RoomGroup.free(desk, rooms, from, until, r.roomTypeId()),
                RackPage.Type.of(desk, r.roomTypeId()).stream()
                        .filter(type -> !type.chosen())
                        .toList());
    }

    private static List<RoomMoveForm> moves(Desk desk, ReservationBody r, List<RackRoom> rooms) {
        return rooms.stream()
                .filter(room -> r.reservationId().equals(room.reservationId()))
                .map(room -> RoomMoveForm.of(desk, rooms, room).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
