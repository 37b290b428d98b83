package io.jari.bench.crowd;

import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Requests as people send them. */
final class Requests {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final Cast cast;
    private final Places places;
    private final List<String> sessions;
    private final Setting setting;
    private final long run;

    /** @param run distinguishes the keys of these people's holds from those of others */
    Requests(Cast cast, Places places, List<String> sessions, Setting setting, long run) {
        this.cast = cast;
        this.places = places;
        this.sessions = sessions;
        this.setting = setting;
        this.run = run;
    }

    Buffer join(int person, String authority) {
        var body = "{\"dateID\":\"" + setting.dateId() + "\"," + device(person) + "}";
        var session = cast.joinsSignedIn(person) ? session(person) : "";
        return Wire.request("POST /v1/queue", authority, address(person) + session + JSON, body);
    }

    Buffer ask(int person, String authority) {
        return Wire.request("GET /v1/queue/status", authority, address(person) + token(person), "");
    }

    Buffer enter(int person, String authority) {
        var headers = address(person) + session(person) + token(person) + JSON;
        return Wire.request("POST /v1/queue/entries", authority, headers, "{" + device(person) + "}");
    }

    Buffer leave(int person, String authority) {
        var headers = address(person) + session(person) + token(person);
        return Wire.request("DELETE /v1/queue/entries", authority, headers, "");
    }

    Buffer look(int person, String authority) {
        var headers = address(person) + "Accept: " + SeatMap.MEDIA_TYPE + "\r\n";
        return Wire.request("GET " + setting.path() + "/seats", authority, headers, "");
    }

    Buffer hold(int person, Visit visit, String authority) {
        var chosen = visit.chosen;
        var seats = chosen == null
                ? "\"bestAvailable\":{\"seats\":" + visit.wanted + "}"
                : "\"seatIDs\":[" + chosen.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")) + "]";
        var key = "Idempotency-Key: crowd-" + Long.toString(run, 36) + "-" + person + "-" + visit.vain + "\r\n";
        var pass = visit.pass.isEmpty() ? "" : "Queue-Pass: " + visit.pass + "\r\n";
        var headers = address(person) + session(person) + key + pass + JSON;
        return Wire.request(
                "POST /v1/seat-holds", authority, headers, "{\"dateID\":\"" + setting.dateId() + "\"," + seats + "}");
    }

    Buffer pay(int person, Visit visit, String method, String authority) {
        var body = "{\"holdID\":\"" + visit.holdId + "\",\"method\":\"" + method + "\"}";
        return Wire.request("POST /v1/payments", authority, address(person) + session(person) + JSON, body);
    }

    Buffer arrived(int person, Visit visit, String authority) {
        return Wire.request("GET /v1/payments/" + visit.holdId, authority, address(person) + session(person), "");
    }

    /** The test provider's form, with the card that pays. */
    Buffer card(Visit visit, String authority) {
        var year = LocalDate.now(ZoneOffset.UTC).getYear() + 2;
        var form = "number=4242424242424242&expiry=12%2F" + year % 100 + "&cvc=123&holder=Fan";
        return Wire.request("POST " + visit.cardPath, authority, FORM, form);
    }

    private String device(int person) {
        return "\"deviceID\":\"" + cast.deviceId(person) + "\"";
    }

    private String address(int person) {
        return "X-Forwarded-For: " + cast.address(person) + "\r\n";
    }

    private String session(int person) {
        return "Authorization: Bearer " + sessions.get(person) + "\r\n";
    }

    private String token(int person) {
        return "Queue-Token: " + places.token(person) + "\r\n";
    }
}
