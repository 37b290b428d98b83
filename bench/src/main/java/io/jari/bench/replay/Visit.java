package io.jari.bench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.api.Answer;
import io.jari.bench.replay.Tally.Fate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One booking of the file, from the order to the departure. Its moments come one after the other. */
final class Visit {
    static final String ACCEPTED = "accepted";

    private final Stage stage;
    private final BookingRow row;
    private State state = new State.Nothing();

    private sealed interface State {
        record Nothing() implements State {}

        record Booked(String reservationID, JsonNode nights) implements State {}

        record InHouse(String reservationID) implements State {}
    }

    Visit(Stage stage, BookingRow row) {
        this.stage = stage;
        this.row = row;
    }

    void at(Moment moment, LocalDate day) {
        switch (moment) {
            case BOOK -> book(day);
            case CANCEL -> whenBooked(booked -> cancel(booked, day));
            case ARRIVE -> whenBooked(this::arrive);
            case NO_SHOW -> whenBooked(booked -> stayAway(booked, day));
            case LEAVE -> leave();
        }
    }

    private void book(LocalDate day) {
        stage.tally().bookedOn.add(day);
        var order = stage.guests().insist(api -> api.post("/v1/reservation-orders", stay()), stage.failures());
        var answer = order.ok() ? reserve(order) : order;
        var said = answer.ok() ? ACCEPTED : answer.refusal();
        Flaw.of(row, stage.plan()).ifPresent(flaw -> stage.tally().flawed(flaw, said));
        if (!answer.ok()) {
            stage.tally().refused.add(said);
            return;
        }
        stage.tally().fates.add(Fate.ACCEPTED);
        stage.tally().reserved(row, row.arrival(), 1);
        var booked =
                new State.Booked(answer.text("reservationID"), answer.body().path("nights"));
        state = booked;
        expect("payment", stage.desk().takePayment(booked.reservationID()));
    }

    private Answer reserve(Answer order) {
        var body = new HashMap<String, Object>(stay());
        body.put("reservationID", order.text("reservationID"));
        body.put("quote", order.text("quote"));
        body.put("guest", Map.of("name", "Guest of line " + row.line(), "partySize", row.party()));
        var answer = stage.guest(row).ask(api -> api.post("/v1/reservations", body));
        stage.tally().reserveTook(answer.nanos());
        return answer;
    }

    private Map<String, Object> stay() {
        return Map.of(
                "hotelID",
                stage.hotel().hotelID(),
                "roomTypeID",
                stage.hotel().roomTypeID(row.roomType()),
                "startDate",
                row.arrival().toString(),
                "endDate",
                row.departure().toString(),
                "rooms",
                1);
    }

    private void cancel(State.Booked booked, LocalDate day) {
        var answer = stage.guest(row).ask(api -> api.delete("/v1/reservations/" + booked.reservationID()));
        if (expect("cancel", answer)) {
            state = new State.Nothing();
            stage.tally().reserved(row, row.arrival(), -1);
            var fee = fee(answer);
            stage.tally().fates.add(fee > 0 ? Fate.CANCELED_FOR_A_FEE : Fate.CANCELED);
            stage.tally().cents.add(YearMonth.from(day), fee);
        }
    }

    private void arrive(State.Booked booked) {
        var answer = stage.desk().checkIn(booked.reservationID());
        if (answer.status() == 409 && answer.refusal().startsWith("no-room")) {
            upgradeOrWalk(booked, answer.body().path("upgrades"));
        } else if (expect("check-in", answer)) {
            moveIn(booked);
        }
    }

    private void upgradeOrWalk(State.Booked booked, JsonNode upgrades) {
        for (var upgrade : upgrades) {
            var roomTypeID = upgrade.path("roomTypeID").asText();
            if (stage.desk().checkIn(booked.reservationID(), roomTypeID).ok()) {
                stage.tally().upgraded(row, stage.hotel().letter(roomTypeID));
                stage.tally().fates.add(Fate.UPGRADED);
                moveIn(booked);
                return;
            }
        }
        if (expect("walk", stage.desk().walk(booked.reservationID()))) {
            state = new State.Nothing();
            stage.tally().fates.add(Fate.WALKED);
            stage.tally().reserved(row, row.arrival(), -1);
        }
    }

    private void moveIn(State.Booked booked) {
        state = new State.InHouse(booked.reservationID());
        stage.tally().fates.add(Fate.CHECKED_IN);
        stage.tally().slept.add(row.arrival().datesUntil(row.departure()), 1);
        earn(booked.nights());
    }

    private void stayAway(State.Booked booked, LocalDate day) {
        var answer = stage.desk().noShow(booked.reservationID());
        if (expect("no-show", answer)) {
            state = new State.Nothing();
            stage.tally().fates.add(Fate.NO_SHOW);
            if (day.isBefore(row.departure())) {
                stage.tally().reserved(row, day, -1);
            }
            stage.tally().cents.add(YearMonth.from(day), fee(answer));
        }
    }

    private void leave() {
        if (state instanceof State.InHouse inHouse
                && expect("check-out", stage.desk().checkOut(inHouse.reservationID()))) {
            state = new State.Nothing();
            stage.tally().fates.add(Fate.CHECKED_OUT);
        }
    }

    private void earn(JsonNode nights) {
        for (var night : nights) {
            var month = YearMonth.from(LocalDate.parse(night.path("date").asText()));
            stage.tally().cents.add(month, night.path("price").asLong());
        }
    }

    private static long fee(Answer answer) {
        return answer.body().path("feeCharged").path("amount").asLong();
    }

    private boolean expect(String what, Answer answer) {
        if (!answer.ok()) {
            stage.tally().refusedLater.add(what + ": " + answer.refusal());
        }
        return answer.ok();
    }

    private void whenBooked(Consumer<State.Booked> act) {
        if (state instanceof State.Booked booked) {
            act.accept(booked);
        }
    }
}
