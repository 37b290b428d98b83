package io.jari.privacy;

import static io.jari.payment.TestGuest.PATIENCE;
import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person takes a copy of all that is known, and is then known nowhere. */
class PrivacyIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret of mine";
    /** What nothing else in the database holds. */
    private final String mark = "Needle" + UUID.randomUUID().toString().substring(0, 8);

    private final TestHotel hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
    private final Api admin = Api.demo(SERVER.internalUrl(), "admin");

    @Test
    void whoIsErasedIsKnownNowhere() {
        var email = mark + "@example.com";
        var signedUp = Api.anonymous(SERVER.url())
                .post("/v1/accounts", Map.of("email", email, "password", PASSWORD, "name", mark, "phone", "+82 10 9"));
        var account = ok(201, signedUp).path("accountID").asText();
        var me = Api.signedIn(SERVER.url(), email, PASSWORD);
        var stay = reserve(me, mark);
        ok(
                201,
                admin.send(
                        "POST",
                        "/v1/accounts/" + account + "/wallet-credits",
                        "{\"amount\":500,\"currency\":\"KRW\",\"reason\":\"sorry\"}",
                        Map.of("Idempotency-Key", mark)));

        var copy = ok(200, me.get("/v1/account/personal-data"));
        assertThat(copy.at("/account/0/email").asText()).isEqualTo(email);
        assertThat(copy.at("/stays/0/guest/name").asText()).isEqualTo(mark);
        assertThat(copy.at("/stays/0/reservationID").asText()).isEqualTo(stay);
        assertThat(copy.at("/postings/0/amount").asLong()).isEqualTo(500);
        assertThat(copy.at("/sessions")).hasSize(1);
        assertThat(copy.at("/journal").findValuesAsText("action")).contains("account.created");
        assertThat(copy.toString()).doesNotContain("password").doesNotContain("hash");

        var tooEarly = me.post("/v1/account/erasure", Map.of("password", PASSWORD));
        assertThat(ok(409, tooEarly).path("obstacles").findValuesAsText("what")).containsExactly("balance", "stay");
        ok(200, me.delete("/v1/reservations/" + stay));
        assertThat(ok(200, me.get("/v1/account/erasure")).at("/obstacles").findValuesAsText("what"))
                .containsExactly("balance");
        ok(403, me.post("/v1/account/erasure", Map.of("password", "another", "forfeitBalance", true)));
        assertThat(places(mark)).as("before").isNotEmpty();

        var erased = ok(200, me.post("/v1/account/erasure", Map.of("password", PASSWORD, "forfeitBalance", true)));
        assertThat(erased.path("kept").findValuesAsText("what")).contains("stays", "postings");
        assertThat(erased.at("/kept/0/until").asText()).isEqualTo(TestData.text(SERVER, """
                        select (created_at at time zone 'UTC' + interval '5 years 1 day')::date
                          from reservation where reservation_id = '%s'
                        """.formatted(stay)));
        assertThat(places(mark)).as("after").isEmpty();
        ok(401, me.get("/v1/account"));
        ok(401, Api.anonymous(SERVER.url()).post("/v1/sessions", Map.of("email", email, "password", PASSWORD)));
        // The stay is still on the hotel's books, and the address is free for somebody else.
        assertThat(ok(200, admin.get("/v1/reservations/" + stay)).path("status").asText())
                .isEqualTo("canceled");
        ok(
                201,
                Api.anonymous(SERVER.url())
                        .post("/v1/accounts", Map.of("email", email, "password", PASSWORD, "name", "Another")));
        assertThat(ok(200, admin.get("/v1/erasures")).findValuesAsText("subject"))
                .contains("account:" + account);
        awaitInFile("account:" + account);
    }

    @Test
    void aGuestWithoutAnAccountIsFoundAndErased() {
        var stay = reserve(admin, mark);
        TestData.execute(
                SERVER, "update reservation set account_id = null where reservation_id = '%s'".formatted(stay));
        var found = ok(200, admin.get("/v1/personal-data?email=" + mark + "@example.com"));
        assertThat(found.findValuesAsText("subject")).containsExactly("reservation:" + stay);
        assertThat(ok(200, admin.get("/v1/personal-data?phone=010-9" + digits()))
                        .findValuesAsText("subject"))
                .containsExactly("reservation:" + stay);
        var copy = ok(200, admin.get("/v1/personal-data/reservation:" + stay));
        assertThat(copy.at("/stays/0/guest/email").asText()).isEqualTo(mark + "@example.com");

        var subject = Map.of("subject", "reservation:" + stay);
        ok(409, admin.post("/v1/erasures", subject));
        ok(200, admin.delete("/v1/reservations/" + stay));
        var first = ok(200, admin.post("/v1/erasures", subject));
        assertThat(ok(200, admin.post("/v1/erasures", subject))).isEqualTo(first);
        assertThat(places(mark)).isEmpty();
        assertThat(ok(200, admin.get("/v1/personal-data?email=" + mark + "@example.com")))
                .isEmpty();
        assertThat(TestData.texts(
                        SERVER, "select action from journal where subject = 'reservation:%s'".formatted(stay)))
                .containsExactly(
                        "personal_data.erased", "personal_data.exported", "personal_data.found", "personal_data.found");
    }

    @Test
    void nonsenseIsNamed() {
        ok(400, admin.get("/v1/personal-data"));
        ok(404, admin.get("/v1/personal-data/account:999999999"));
        ok(404, admin.get("/v1/personal-data/what"));
        ok(404, admin.get("/v1/personal-data/reservation:what"));
        assertThat(ok(400, admin.post("/v1/erasures", Map.of("subject", "me"))).toString())
                .contains("/subject");
        ok(404, admin.post("/v1/erasures", Map.of("subject", "account:999999999")));
        ok(403, Api.demo(SERVER.internalUrl(), "manager").get("/v1/personal-data?email=a@b.c"));
        ok(401, Api.anonymous(SERVER.url()).get("/v1/account/personal-data"));
        var staff = Api.demo(SERVER.internalUrl(), "desk");
        assertThat(ok(409, staff.post("/v1/account/erasure", Map.of("password", "demo-demo")))
                        .path("obstacles")
                        .findValuesAsText("what"))
                .containsExactly("staff");
    }

    private String digits() {
        return "%08d".formatted(Math.floorMod(mark.hashCode(), 100_000_000));
    }

    private String reserve(Api by, String guest) {
        var stay = new HashMap<String, Object>(Map.of(
                "hotelID",
                Integer.toString(hotel.hotelId()),
                "roomTypeID",
                "1",
                "startDate",
                hotel.today().plusDays(3).toString(),
                "endDate",
                hotel.today().plusDays(4).toString()));
        var order = ok(200, by.post("/v1/reservation-orders", stay));
        stay.put("reservationID", order.path("reservationID").asText());
        stay.put(
                "guest",
                Map.of(
                        "name",
                        guest,
                        "partySize",
                        1,
                        "email",
                        guest + "@example.com",
                        "phone",
                        "010-9" + digits(),
                        "note",
                        "for " + guest));
        return ok(201, by.post("/v1/reservations", stay)).path("reservationID").asText();
    }

    private static void awaitInFile(String subject) {
        await().atMost(PATIENCE)
                .until(() -> Files.readString(SERVER.data().resolve("erasures.jsonl"))
                        .contains("\"" + subject + "\""));
    }

    /** Every table with a row that holds the text, in any column. */
    private static List<String> places(String text) {
        var tables = TestData.texts(SERVER, """
                select format('%I', table_name) from information_schema.tables
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                """);
        return tables.stream()
                .filter(table -> TestData.number(
                                SERVER, "select count(*) from " + table + " t where t::text like '%" + text + "%'")
                        > 0)
                .toList();
    }
}
