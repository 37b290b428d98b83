package io.jari.seat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.concert.DateSeats;
import java.util.List;

/** What the journal says of holds; seats by the plan's names, so that it can be asked by seat. */
final class HoldJournal {
    private final DateSeats names;

    HoldJournal(DateSeats names) {
        this.names = names;
    }

    String made(SeatHold hold) {
        return of(hold.seats())
                .put("accountID", Long.toString(hold.accountId()))
                .put("total", hold.total())
                .put("currency", hold.currency())
                .put("until", hold.expiresAt().toString())
                .toString();
    }

    String extended(SeatHold hold) {
        return of(hold.seats()).put("until", hold.expiresAt().toString()).toString();
    }

    String sold(SeatHold hold, String method) {
        return of(hold.seats()).put("method", method).toString();
    }

    String ended(SeatHold hold) {
        var reason = hold.reason();
        return of(hold.seats())
                .put("reason", reason == null ? null : reason.wire())
                .toString();
    }

    String takenOver(SeatHold hold, String by) {
        return of(hold.seats()).put("by", by).toString();
    }

    String used(int seat, String gate) {
        return of(List.of(seat)).put("gate", gate).toString();
    }

    String seats(List<Integer> seats) {
        return of(seats).toString();
    }

    private ObjectNode of(List<Integer> seats) {
        var body = JsonNodeFactory.instance.objectNode();
        var array = body.putArray("seats");
        seats.forEach(seat -> array.add(names.get(seat).guid()));
        return body;
    }
}
