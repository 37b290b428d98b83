package io.jari;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people do at a demo first, done once against the server itself, upon data that are thrown away: so that the JDK learns which classes
 * that takes, and those who come after a later start do not wait for them. What fails here fails nothing.
 */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DAYS_AHEAD = 30;
    private static final int FAILED = 400;

    private static final List<String> GUESTS = List.of(
            "/",
            "/?q=seoul",
            "/hotels/1",
            "/hotels/1/room-types/1",
            "/concerts",
            "/concerts/1",
            "/concerts/1/dates/1",
            "/concerts/1/dates/1/queue",
            "/v1/hotels",
            "/v1/hotels/1/room-types",
            "/v1/concerts/1/dates",
            "/v1/concerts/1/dates/1/plan",
            "/v1/concerts/1/dates/1/seats");

    private static final List<String> LOST = List.of("/no-such-page", "/v1/hotels/none");

    private static final List<String> SIGNED_IN = List.of(
            "/reservations",
            "/tickets",
            "/payments",
            "/wallet",
            "/account",
            "/v1/account",
            "/v1/bookings",
            "/v1/wallet");

    private static final List<String> STAFF = List.of(
            "/staff",
            "/staff/hotels/1/today",
            "/staff/hotels/1/rack",
            "/staff/hotels/1/inventory",
            "/staff/hotels/1/prices",
            "/staff/concerts/1/dates",
            "/staff/concerts/1/dates/1",
            "/staff/journal",
            "/v1/journal",
            "/v1/staff",
            "/q/health/ready",
            "/q/metrics");

    private final URI guests;
    private final URI staff;
    private final JsonMapper json = new JsonMapper();
    private final List<String> failed = new ArrayList<>();

    Rehearsal(URI guests, URI staff) {
        this.guests = guests;
        this.staff = staff;
    }

    /** What did not go well, step by step. */
    List<String> run() {
        var guest = new Person(guests);
        LOST.forEach(guest::get);
        failed.clear(); // as it should
        GUESTS.forEach(guest::get);
        guest.signIn("guest");
        stay(guest);
        seats(guest);
        SIGNED_IN.forEach(guest::get);
        var admin = new Person(staff);
        admin.get("/sign-in");
        admin.signIn("admin");
        STAFF.forEach(admin::get);
        return List.copyOf(failed);
    }

    private void stay(Person guest) {
        var start = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        var nights = "startDate=%s&endDate=%s".formatted(start, start.plusDays(2));
        guest.get("/hotels/1?" + nights);
        guest.get("/v1/hotels/1/availability?" + nights);
        var wanted = json.createObjectNode()
                .put("hotelID", "1")
                .put("roomTypeID", "1")
                .put("startDate", start.toString())
                .put("endDate", start.plusDays(2).toString())
                .put("rooms", 1);
        var order = guest.post("/v1/reservation-orders", wanted);
        wanted.put("reservationID", order.path("reservationID").asText())
                .put("quote", order.path("quote").asText())
                .putObject("guest")
                .put("name", "Kim")
                .put("partySize", 2);
        guest.post("/v1/reservations", wanted);
        var id = order.path("reservationID").asText();
        guest.get("/reservations/" + id);
        guest.post(
                "/v1/payments", json.createObjectNode().put("reservationID", id).put("method", "wallet"));
        guest.send("DELETE", "/v1/reservations/" + id, null);
    }

    private void seats(Person guest) {
        var wanted = json.createObjectNode().put("dateID", "1");
        wanted.putObject("bestAvailable").put("seats", 2);
        guest.post("/v1/queue", json.createObjectNode().put("dateID", "1"));
        var hold = guest.post("/v1/seat-holds", wanted);
        guest.get("/v1/seat-holds/" + hold.path("holdID").asText());
    }

    /** Somebody with cookies of their own. */
    private final class Person {
        private final URI base;
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();

        Person(URI base) {
            this.base = base;
        }

        void signIn(String who) {
            post(
                    "/v1/sessions",
                    json.createObjectNode()
                            .put("email", who + "@demo.jari")
                            .put("password", "demo-demo")
                            .put("cookie", true));
        }

        void get(String path) {
            send("GET", path, null);
        }

        JsonNode post(String path, ObjectNode body) {
            return send("POST", path, body.toString());
        }

        private JsonNode send(String method, String path, @Nullable String body) {
            var request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(PATIENCE)
                    .header("Origin", base.toString())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "rehearsal")
                    .header("Accept-Encoding", "gzip")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() >= FAILED) {
                    failed.add("%s %s: %d".formatted(method, path, answer.statusCode()));
                }
                return body == null ? MissingNode.getInstance() : json.readTree(answer.body());
            } catch (IOException e) {
                failed.add("%s %s: %s".formatted(method, path, e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return MissingNode.getInstance();
        }
    }
}
