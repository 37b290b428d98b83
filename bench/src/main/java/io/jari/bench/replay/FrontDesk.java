package io.jari.bench.replay;

import io.jari.bench.api.Answer;
import io.jari.bench.api.Login;
import java.util.Map;

/** What staff do for a guest who stands before them. */
final class FrontDesk {
    private final Login clerk;

    FrontDesk(Login clerk) {
        this.clerk = clerk;
    }

    Answer takePayment(String reservationID) {
        return post(reservationID, "desk-payments", Map.of("method", "invoice"));
    }

    Answer checkIn(String reservationID) {
        return post(reservationID, "check-in", Map.of());
    }

    /** Into a better type, where the guest's own has no room left. */
    Answer checkIn(String reservationID, String roomTypeID) {
        return post(reservationID, "check-in", Map.of("roomTypeID", roomTypeID));
    }

    Answer checkOut(String reservationID) {
        return post(reservationID, "check-out", Map.of());
    }

    Answer noShow(String reservationID) {
        return post(reservationID, "no-show", Map.of());
    }

    Answer walk(String reservationID) {
        return post(reservationID, "walk", Map.of());
    }

    private Answer post(String reservationID, String what, Map<String, String> body) {
        return clerk.ask(api -> api.post("/v1/reservations/" + reservationID + "/" + what, body));
    }
}
