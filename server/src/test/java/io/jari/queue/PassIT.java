package io.jari.queue;

import static io.jari.payment.TestGuest.PATIENCE;
import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.DatabaseClock;
import io.jari.db.TestData;
import io.jari.key.SigningKeys;
import io.jari.payment.TestProvider;
import io.jari.seat.SeatGuest;
import io.jari.seat.TestHall;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passes at the seats, through two processes on one database. This test is a third: it signs as they do. */
class PassIT {
    private static JariServer server;
    private static JariServer other;
    private static Api admin;
    private static SigningKeys keys;
    private static DatabaseClock clock;
    private static SeatGuest early;
    private static String earlyPass;

    private TestHall hall;
    private SeatGuest one;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of());
        admin = Api.demo(server.internalUrl(), "admin");
        var database = TestData.of(server).dataSource();
        clock = new DatabaseClock(database);
        keys = new SigningKeys(database, clock, TestData.secret(server));
        early = SeatGuest.of(server, withQueue());
        earlyPass = pass(early, 600);
        other = server.another(Map.of());
    }

    @AfterAll
    static void stop() {
        other.close();
        server.close();
    }

    @BeforeEach
    void openTheHall() {
        hall = withQueue();
        one = SeatGuest.of(server, hall);
    }

    private static TestHall withQueue() {
        var made = TestHall.with(TestData.of(server).dataSource(), 100);
        made.execute("""
                insert into queue (date_id, mode, opens_at, most_inside, admissions, pass_seconds, entry_seconds, created_at)
                values (%d, 'first_come', jari_now(), 1000, 100, 90, 60, jari_now())
                """.formatted(made.dateId()));
        return made;
    }

    private static long account(SeatGuest guest) {
        return ok(200, guest.guest().api().get("/v1/account")).path("accountID").asLong();
    }

    private static String pass(SeatGuest guest) {
        return pass(guest, 60);
    }

    /** Of somebody who came in half a minute ago. */
    private static String pass(SeatGuest guest, int secondsLeft) {
        keys.follow();
        var now = clock.now();
        return new Passes(keys, clock)
                .sign(guest.hall().dateId(), account(guest), 1, now.minusSeconds(30), now.plusSeconds(secondsLeft));
    }

    private static Api.Answer hold(SeatGuest guest, @Nullable String pass, int seat) {
        return hold(guest, UUID.randomUUID().toString(), pass, seat);
    }

    private static Api.Answer hold(SeatGuest guest, String key, @Nullable String pass, int seat) {
        var headers = new HashMap<>(Map.of("Idempotency-Key", key));
        if (pass != null) {
            headers.put(PassGate.HEADER, pass);
        }
        var body = "{\"dateID\":\"%d\",\"seatIDs\":[\"%s\"]}"
                .formatted(guest.hall().dateId(), TestHall.guid(seat));
        return guest.guest().api().send("POST", "/v1/seat-holds", body, headers);
    }

    private static void refused(Api.Answer answer, int status, String type) {
        assertThat(answer.type()).as(answer.body().toString()).endsWith(":problem:" + type);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText()).isNotBlank();
    }

    @Test
    void whoHasNoGoodPassOfTheirOwnIsTurnedAway() {
        var needed = hold(one, null, 0);
        refused(needed, 403, "pass-needed");
        assertThat(needed.body().path("detail").asText()).contains("POST /v1/queue/entries", "Queue-Pass");
        var good = pass(one);
        refused(hold(one, "nonsense", 0), 403, "pass-invalid");
        refused(
                hold(one, good.substring(0, 40) + (good.charAt(40) == 'A' ? 'B' : 'A') + good.substring(41), 0),
                403,
                "pass-invalid");
        refused(hold(one, pass(one, -1), 0), 403, "pass-expired");
        refused(hold(SeatGuest.of(server, hall), good, 0), 403, "pass-foreign");
        refused(hold(new SeatGuest(one.guest(), withQueue()), good, 0), 403, "pass-foreign");
        assertThat(hall.seats("held")).isZero();
        ok(201, hold(one.at(other), good, 0));
        assertThat(hall.seats("held")).isEqualTo(1);
    }

    @Test
    void aDateWithoutAWaitingRoomAsksForNone() {
        var open = SeatGuest.of(server, TestHall.with(TestData.of(server).dataSource(), 100));
        ok(201, hold(open, null, 0));
        ok(201, hold(open, "whatever", 1));
        hall.execute("update queue set mode = 'off' where date_id = " + hall.dateId());
        await().atMost(PATIENCE).until(() -> hold(one, null, 0).status() == 201);
    }

    @Test
    void oneHoldAtATimeAndOnePurchase() {
        var pass = pass(one);
        var held = ok(201, hold(one, pass, 0)).path("holdID").asText();
        var second = hold(one.at(other), pass, 1);
        refused(second, 409, "one-hold-a-pass");
        assertThat(second.body().path("holdID").asText()).isEqualTo(held);
        assertThat(Instant.parse(second.body().path("heldUntil").asText())).isAfter(clock.now());
        ok(200, one.extend(held));
        ok(200, one.release(held));
        var paid = ok(201, hold(one, pass, 1)).path("holdID").asText();
        ok(303, TestProvider.pay(one.atCheckout(paid)));
        one.guest().await(paid, "paid");
        var ended = hold(one.at(other), pass, 2);
        refused(ended, 409, "pass-ended");
        assertThat(ended.body().path("holdID").asText()).isEqualTo(paid);
        assertThat(hall.seats("held") + hall.seats("sold")).isEqualTo(1);
    }

    /** Nobody loses an answer because it came late. */
    @Test
    void aRepeatIsAnsweredThoughThePassIsOver() {
        var first = ok(201, hold(one, "key", pass(one), 0));
        var again = hold(one.at(other), "key", pass(one, -1), 0);
        assertThat(ok(201, again)).isEqualTo(first);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(hold(one, "key", pass(one, -1), 1).status()).isEqualTo(422);
        refused(hold(one, "another", pass(one, -1), 0), 403, "pass-expired");
    }

    @Test
    void pagesBringItInACookie() {
        var path = "/concerts/%d/dates/%d/seats".formatted(hall.concertId(), hall.dateId());
        var headers = new HashMap<>(Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                server.url().toString()));
        var without = one.guest().api().send("POST", path, "seat=0", headers);
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body().asText()).as("the form again").contains("name=\"key\"");
        headers.put("Cookie", "jari_pass_" + hall.dateId() + "=" + pass(one));
        var held = one.guest().api().send("POST", path, "seat=0", headers);
        assertThat(held.status()).isEqualTo(303);
        assertThat(held.header("Location")).startsWith("/holds/");
    }

    @Test
    void administratorsChangeKeysAtOnceAndRevokeThem() {
        assertThat(admin.at(server.url()).get("/v1/signing-keys").status()).isEqualTo(404);
        assertThat(Api.demo(server.internalUrl(), "organiser")
                        .post("/v1/signing-keys/rotation", Map.of())
                        .status())
                .isEqualTo(403);
        ok(201, hold(early.at(other), "before", earlyPass, 0)); // a process that began after it was signed

        var rotated = admin.send("POST", "/v1/signing-keys/rotation", null, Map.of());
        var made = ok(201, rotated);
        var newest = made.get(made.size() - 1);
        assertThat(newest.path("keyID").asInt()).isGreaterThan(1);
        assertThat(newest.has("acceptedUntil")).isFalse();
        assertThat(made.get(0).path("acceptedUntil").asText()).isNotBlank();
        assertThat(made.toString()).doesNotContain("salt");
        assertThat(ok(200, admin.post("/v1/signing-keys/rotation", Map.of()))).isEqualTo(made);
        assertThat(ok(201, hold(early, "before", earlyPass, 0)).path("holdID").asText())
                .isNotBlank();

        var revoked = ok(201, admin.post("/v1/signing-keys/rotation", Map.of("revoke", true)));
        var last = revoked.get(revoked.size() - 1);
        for (var at : new JariServer[] {server, other}) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> refused(hold(early.at(at), "before", earlyPass, 0), 403, "pass-invalid"));
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            keys.follow();
            assertThat(keys.current().id()).isEqualTo(last.path("keyID").asInt());
        });
        ok(201, hold(early.at(other), "before", pass(early), 0));
        assertThat(ok(200, admin.get("/v1/signing-keys"))).hasSize(1);
        ok(200, admin.put("/v1/clock", Map.of("offset", "PT24H"), Map.of()));
        try {
            assertThat(ok(200, admin.get("/v1/signing-keys")))
                    .as("the next day")
                    .hasSize(2);
        } finally {
            ok(200, admin.put("/v1/clock", Map.of("offset", "PT0S"), Map.of()));
        }
        assertThat(TestData.number(server, """
                select count(*) from journal where kind = 3 and action in ('signing-keys.rotated', 'signing-keys.revoked')
                """)).isEqualTo(2);
        server.verify();
    }

    /** The twin: where the gate is left out, somebody from outside the line has seats. */
    @Test
    void withoutTheGateOthersGetInToo() {
        try (var unguarded = server.another(Map.of("JARI_QUEUE_GUARDS", "off"))) {
            refused(hold(one, null, 0), 403, "pass-needed");
            ok(201, hold(one.at(unguarded), null, 0));
            ok(201, hold(one.at(unguarded), null, 1));
            assertThat(hall.seats("held")).isEqualTo(2);
        }
    }
}
