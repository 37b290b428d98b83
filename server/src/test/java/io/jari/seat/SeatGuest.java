package io.jari.seat;

import static io.jari.payment.TestGuest.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Somebody new who wants seats of a date, over HTTP. */
public record SeatGuest(TestGuest guest, TestHall hall) {

    public static SeatGuest of(JariServer server, TestHall hall) {
        return new SeatGuest(TestGuest.signedUp(server), hall);
    }

    /** The same person at another process. */
    public SeatGuest at(JariServer other) {
        return new SeatGuest(guest.at(other), hall);
    }

    public Api.Answer tryHolding(int... seats) {
        return tryHolding(UUID.randomUUID().toString(), seats);
    }

    public Api.Answer tryHolding(String key, int... seats) {
        var body = new JsonMapper()
                .createObjectNode()
                .put("dateID", Integer.toString(hall.dateId()))
                .set("seatIDs", new JsonMapper().valueToTree(names(seats)));
        return guest.api().send("POST", "/v1/seat-holds", body.toString(), Map.of("Idempotency-Key", key));
    }

    static List<String> names(int... seats) {
        return IntStream.of(seats).mapToObj(TestHall::guid).toList();
    }

    /** The hold's id. */
    public String hold(int... seats) {
        return ok(201, tryHolding(seats)).path("holdID").asText();
    }

    public JsonNode find(String holdId) {
        return ok(200, guest.api().get("/v1/seat-holds/" + holdId));
    }

    public String status(String holdId) {
        var hold = find(holdId);
        return hold.path("status").asText() + " " + hold.path("reason").asText("-");
    }

    public Api.Answer release(String holdId) {
        return guest.api().delete("/v1/seat-holds/" + holdId);
    }

    public Api.Answer extend(String holdId) {
        return guest.api().post("/v1/seat-holds/" + holdId + "/extension", Map.of());
    }

    public Api.Answer begin(String holdId, String method) {
        return guest.api().post("/v1/payments", Map.of("holdID", holdId, "method", method));
    }

    /** Where this hold is paid by card. */
    public String atCheckout(String holdId) {
        ok(201, begin(holdId, "card"));
        return TestGuest.page(guest.await(holdId, p -> p.path("next").has("redirectURL")));
    }

    /** Held and paid by card; the hold's id. */
    public String paid(int... seats) {
        var id = hold(seats);
        ok(303, TestProvider.pay(atCheckout(id)));
        guest.await(id, "paid");
        return id;
    }

    /** Held and paid from the wallet; the hold's id. */
    public String paidFromWallet(int... seats) {
        var id = hold(seats);
        ok(201, begin(id, "wallet"));
        guest.await(id, "paid");
        return id;
    }
}
