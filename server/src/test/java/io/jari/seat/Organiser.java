package io.jari.seat;

import static io.jari.payment.TestGuest.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.TestAccounts;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody new who organises the concert of a hall, over HTTP. */
public record Organiser(Api api, TestHall hall) {
    public static Organiser of(JariServer server, TestHall hall) {
        var email = TestAccounts.add(server, "Organiser");
        TestData.execute(server, """
                update account set staff = true where email = '%1$s';
                insert into role_grant (account_id, role, scope, scope_id, granted_by)
                select account_id, 'organiser', 'concert', %2$d, account_id from account where email = '%1$s'
                """.formatted(email, hall.concertId()));
        return new Organiser(Api.signedIn(server.internalUrl(), email, TestAccounts.PASSWORD), hall);
    }

    /** Of the date. */
    public String path(String what) {
        return "/v1/concerts/" + hall.concertId() + "/dates/" + hall.dateId() + "/" + what;
    }

    public Api.Answer cancel(String reason) {
        return api.post(path("cancellation"), Map.of("reason", reason));
    }

    /** Takes back what somebody holds or has bought. */
    Api.Answer takeBack(String holdId) {
        return api.send("POST", "/v1/seat-holds/" + holdId + "/cancellation", null, Map.of());
    }

    /** As journals name them. */
    String actor() {
        return "account:"
                + hall.count(
                        "select account_id from role_grant where role = 'organiser' and scope = 'concert' and scope_id = "
                                + hall.concertId());
    }

    /** Lets somebody in. */
    Api.Answer checkIn(String token) {
        return api.post(path("check-ins"), Map.of("token", token, "gate", "North"));
    }

    public Api.Answer moreMinutes(String key, int minutes) {
        return api.send("POST", path("hold-minutes"), "{\"minutes\":" + minutes + "}", Map.of("Idempotency-Key", key));
    }

    public Api.Answer block(boolean blocked, int... seats) {
        return api.put(path("blocked-seats"), Map.of("seatIDs", SeatGuest.names(seats), "blocked", blocked), Map.of());
    }

    /** What happened to a seat, as {@code action actor hold}. */
    public List<String> journal(int seat) {
        return entries(ok(200, api.get(path("seats/" + TestHall.guid(seat) + "/journal"))));
    }

    static List<String> entries(JsonNode journal) {
        var said = new ArrayList<String>();
        journal.path("entries")
                .forEach(e -> said.add(e.path("action").asText() + " "
                        + e.path("actor").asText() + " " + e.path("holdID").asText("-")));
        return said;
    }
}
