package io.jari.account;

import static io.jari.payment.TestGuest.ok;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.concert.TestConcert;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Two hotels and two concerts, what the first guest has of the first of each, and everybody who may want something of it. */
final class AccessScene {
    private static final int SEATS = 3_000;
    private static final Map<String, Integer> PRICES =
            Map.of("VIP", 50_000, "R", 40_000, "S", 30_000, "A", 20_000, "B", 10_000);
    private static final List<String> OF_HOTELS = List.of("desk", "revenue", "manager");
    private static final List<String> OF_CONCERTS = List.of("organiser", "door");

    private final JariServer server;
    private final Api admin;
    private final List<Caller> callers = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();

    /** Of whom there is a token, and others that may be used up; all null: nobody. */
    record Caller(
            String name,
            @Nullable String token,
            @Nullable String spareInternal,
            @Nullable String sparePublic) {}

    static AccessScene on(JariServer server) {
        var scene = new AccessScene(server);
        scene.build();
        return scene;
    }

    private AccessScene(JariServer server) {
        this.server = server;
        this.admin = Api.demo(server.internalUrl(), "admin");
    }

    List<Caller> callers() {
        return callers;
    }

    private void build() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 10);
        var otherHotel = TestHotel.with(TestData.of(server).dataSource(), 10);
        var concert = TestConcert.on(server);
        var otherConcert = TestConcert.on(server);
        var people = List.<Callable<Caller>>of(
                () -> guest("guest"),
                () -> guest("another"),
                () -> staff(OF_HOTELS.get(0), "hotel-" + hotel.hotelId()),
                () -> staff(OF_HOTELS.get(0), "hotel-" + otherHotel.hotelId()),
                () -> staff(OF_HOTELS.get(1), "hotel-" + hotel.hotelId()),
                () -> staff(OF_HOTELS.get(1), "hotel-" + otherHotel.hotelId()),
                () -> staff(OF_HOTELS.get(2), "hotel-" + hotel.hotelId()),
                () -> staff(OF_HOTELS.get(2), "hotel-" + otherHotel.hotelId()),
                () -> staff(OF_CONCERTS.get(0), "concert-" + concert.id()),
                () -> staff(OF_CONCERTS.get(0), "concert-" + otherConcert.id()),
                () -> staff(OF_CONCERTS.get(1), "concert-" + concert.id()),
                () -> staff(OF_CONCERTS.get(1), "concert-" + otherConcert.id()),
                this::administrator);
        callers.add(new Caller("nobody", null, null, null));
        callers.add(ended());
        callers.addAll(inParallel(people));
        callers.add(key("hotel-" + hotel.hotelId()));
        callers.add(key("hotel-" + otherHotel.hotelId()));
        values.put("hotelID", Integer.toString(hotel.hotelId()));
        values.put("concertID", concert.id());
        ofHotel(hotel);
        ofConcert(concert);
        ofStaff();
    }

    private static <T> List<T> inParallel(List<Callable<T>> all) {
        try (var pool = Executors.newFixedThreadPool(4)) {
            var made = new ArrayList<T>();
            for (var one : pool.invokeAll(all)) {
                made.add(one.get());
            }
            return made;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Caller guest(String name) {
        var person = Person.signedUp(server.url());
        return caller(name, person);
    }

    private Caller caller(String name, Person person) {
        return new Caller(
                name,
                person.signIn(server.internalUrl()).token(),
                person.signIn(server.internalUrl()).token(),
                person.signIn(server.internalUrl()).token());
    }

    /** Not the demo's, which other tests use meanwhile: the table has one's own sessions ended. */
    private Caller administrator() {
        return caller("administrator", engaged("administrator", "all"));
    }

    private Caller ended() {
        var guest = Person.signedUp(server.url()).signIn(server.url());
        guest.delete("/v1/sessions/current");
        return new Caller("ended", guest.token(), guest.token(), guest.token());
    }

    private Caller staff(String role, String scope) {
        return caller(role + " " + scope, engaged(role, scope));
    }

    private Person engaged(String role, String scope) {
        var person = Person.fresh();
        var id = engage(person);
        var given = admin.send("PUT", "/v1/staff/" + id + "/rights/" + role + "/" + scope, null, Map.of());
        if (given.status() >= 300) {
            throw new IllegalStateException(given.body().toString());
        }
        return person;
    }

    private String engage(Person person) {
        return ok(201, admin.post("/v1/staff", person.details()))
                .findValue("accountID")
                .asText();
    }

    private Caller key(String scope) {
        var made = ok(201, admin.post("/v1/api-keys", newKey("desk", scope)));
        values.put("keyID", made.at("/key/keyID").asText());
        var token = made.path("token").asText();
        return new Caller("key " + scope, token, token, token);
    }

    static Map<String, Object> newKey(String role, String scope) {
        return Map.of("name", UUID.randomUUID().toString(), "rights", List.of(Map.of("role", role, "scope", scope)));
    }

    private void ofHotel(TestHotel hotel) {
        var guest = new TestGuest(new Api(server.url(), token("guest")), "");
        values.put("reservationID", guest.reserve(hotel, 20));
        values.put("spareReservation", guest.reserve(hotel, 21));
        var accountId = guest.api().get("/v1/account").body().path("accountID").asText();
        ok(
                201,
                admin.send(
                        "POST",
                        "/v1/accounts/" + accountId + "/wallet-credits",
                        "{\"amount\":1000000,\"currency\":\"KRW\",\"reason\":\"test\"}",
                        Map.of("Idempotency-Key", accountId)));
        ok(201, guest.begin(values.get("reservationID"), "wallet"));
        guest.await(values.get("reservationID"), "paid");
        values.put("paymentID", values.get("reservationID"));
        values.put("roomTypeID", "1");
        values.put("roomID", "1");
        // Rooms are counted anew for all nights on sale: of hotels of tests that is until the year 9999.
        hotel.execute("update hotel set inventory_until = date '%s' where hotel_id = %d"
                .formatted(hotel.today().plusDays(60), hotel.hotelId()));
        var path = "/v1/hotels/" + hotel.hotelId();
        var start = hotel.today().plusDays(40).toString();
        var end = hotel.today().plusDays(41).toString();
        values.put(
                "outOfOrderID",
                ok(
                                201,
                                make(
                                        path + "/out-of-order",
                                        Map.of("roomID", "2", "startDate", start, "endDate", end, "reason", "test")))
                        .findValue("outOfOrderID")
                        .asText());
        values.put(
                "changeID",
                ok(
                                201,
                                make(
                                        path + "/rate-changes",
                                        Map.of(
                                                "roomTypeIDs",
                                                List.of("1"),
                                                "startDate",
                                                start,
                                                "endDate",
                                                end,
                                                "rate",
                                                110_000)))
                        .findValue("changeID")
                        .asText());
        ok(201, make(path + "/night-closures", Map.of("startDate", start, "endDate", end, "reason", "test")));
        values.put("n", "1");
        values.put("days", "?startDate=" + start + "&endDate=" + end);
    }

    private Api.Answer make(String path, Map<String, Object> wanted) {
        var body = new JsonMapper().valueToTree(wanted).toString();
        return admin.send(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private void ofConcert(TestConcert concert) {
        var plan = concert.hall(SEATS, 2);
        var date = concert.date(plan, PRICES);
        values.put("planID", plan);
        values.put("dateID", date.path("dateID").asText());
        var doors = concert.path() + "/dates/" + values.get("dateID") + "/door-links";
        values.put(
                "linkID",
                ok(201, make(doors, Map.of("gate", "North"))).at("/link/linkID").asText());
        var seats =
                TestData.texts(server, "select guid from seat where seat < 4 and date_id = " + values.get("dateID"));
        values.put("seatID", seats.getFirst());
        values.put(
                "hash",
                TestData.text(server, "select plan_hash from concert_date where date_id = " + values.get("dateID")));
        var guest = new TestGuest(new Api(server.url(), token("guest")), "");
        values.put("holdID", hold(guest, seats.get(0)));
        values.put("soldHold", hold(guest, seats.get(1)));
        values.put("spareHold", hold(guest, seats.get(2)));
        ok(201, guest.begin(values.get("soldHold"), "wallet"));
        guest.await(values.get("soldHold"), "paid");
        values.put(
                "ticketID",
                ok(200, guest.api().get("/v1/tickets?dateID=" + values.get("dateID")))
                        .at("/tickets/0/ticketID")
                        .asText());
    }

    private String hold(TestGuest guest, String seat) {
        return ok(
                        201,
                        guest.api()
                                .send(
                                        "POST",
                                        "/v1/seat-holds",
                                        "{\"dateID\":\"%s\",\"seatIDs\":[\"%s\"]}"
                                                .formatted(values.get("dateID"), seat),
                                        Map.of("Idempotency-Key", seat)))
                .path("holdID")
                .asText();
    }

    private void ofStaff() {
        values.put("accountID", engage(Person.fresh()));
        values.put("role", "desk");
        values.put("scope", "hotel-" + values.get("hotelID"));
        values.put("provider", "nobody");
        values.put("differenceID", "1");
        values.put("none", "999999999");
        values.put("subject", "account:" + values.get("accountID"));
        values.put(
                "webhookID",
                ok(201, admin.post("/v1/webhooks", webhook("hotel-" + values.get("hotelID"))))
                        .findValue("webhookID")
                        .asText());
        values.put(
                "keyID",
                ok(201, admin.post("/v1/api-keys", newKey("door", "all")))
                        .at("/key/keyID")
                        .asText());
    }

    private static Map<String, Object> webhook(String scope) {
        return Map.of("url", "http://127.0.0.1:9/none", "types", List.of(), "scope", scope, "enabled", false);
    }

    private String token(String name) {
        return callers.stream()
                .filter(caller -> caller.name().equals(name))
                .map(Caller::token)
                .findFirst()
                .orElseThrow();
    }

    /** What stands in an operation's address: of things that it uses up one of its own. */
    String value(AccessMatrix.Operation operation, String parameter) {
        var name = switch (operation.verb() + " " + operation.path()) {
            case "DELETE /v1/reservations/{reservationID}" -> "spareReservation";
            case "POST /v1/seat-holds/{holdID}/cancellation" -> "spareHold";
            case "DELETE /v1/sessions/{sessionID}", "DELETE /v1/webhooks/{webhookID}" -> "none";
            default -> parameter;
        };
        return values.getOrDefault(name, "1");
    }

    String query(AccessMatrix.Operation operation, boolean internal) {
        return switch (operation.path()) {
            case "/v1/hotels/{hotelID}/availability",
                    "/v1/hotels/{hotelID}/figures",
                    "/v1/hotels/{hotelID}/inventory",
                    "/v1/hotels/{hotelID}/price-curve" -> value("days");
            case "/v1/hall-plans" -> "?seats=500";
            case "/v1/refunds" -> "?hotelID=" + value("hotelID");
            case "/v1/journal" -> internal ? "?hotelID=" + value("hotelID") : "";
            case "/v1/payment-timelines" -> "?reference=" + value("paymentID");
            case "/v1/letters" -> "?subject=" + value("reservationID");
            default -> "";
        };
    }

    private String value(String name) {
        return values.getOrDefault(name, "1");
    }

    /**
     * No operation takes a list where it decides at once; what asks for the thing first gets what could be done, and cannot now.
     */
    String body(AccessMatrix.Operation operation) {
        return switch (operation.path()) {
            case "/v1/reservations/{reservationID}/check-in" -> "{\"roomTypeID\":\"1\"}";
            case "/v1/reservations/{reservationID}/check-out",
                    "/v1/reservations/{reservationID}/walk",
                    "/v1/reservations/{reservationID}/change-offers" -> "{}";
            case "/v1/reservations/{reservationID}/room-moves" -> "{\"toRoomID\":\"1\"}";
            case "/v1/reservations/{reservationID}/desk-payments" -> "{\"method\":\"cash\"}";
            case "/v1/reservations/{reservationID}/changes" -> "{\"offer\":\"none\"}";
            case "/v1/payments/{paymentID}/refunds" -> "{\"amount\":1,\"why\":\"goodwill\"}";
            case "/v1/webhooks", "/v1/webhooks/{webhookID}" ->
                "{\"url\":\"http://127.0.0.1:9/none\",\"types\":[],\"scope\":\"hotel-%s\",\"enabled\":false}"
                        .formatted(value("hotelID"));
            case "/v1/door-check-ins" -> "{\"token\":\"none\"}";
            case "/v1/webhooks/{webhookID}/replays" -> "{\"after\":999999999}";
            case "/v1/payments/{paymentID}/refunds/{n}/settlement" -> "{\"how\":\"cash\"}";
            default -> "[]";
        };
    }

    @Nullable
    String token(AccessMatrix.Operation operation, Caller caller, boolean internal) {
        if (!operation.path().equals("/v1/sessions/current")) {
            return caller.token();
        }
        return internal ? caller.spareInternal() : caller.sparePublic();
    }
}
