package io.jari.queue;

import static io.jari.payment.TestGuest.PATIENCE;
import static io.jari.payment.TestGuest.ok;
import static io.jari.queue.QueuedHall.device;
import static io.jari.queue.QueuedHall.enter;
import static io.jari.queue.QueuedHall.hall;
import static io.jari.queue.QueuedHall.join;
import static io.jari.queue.QueuedHall.past;
import static io.jari.queue.QueuedHall.settings;
import static io.jari.queue.QueuedHall.stand;
import static io.jari.queue.QueuedHall.until;
import static io.jari.queue.QueuedHall.whenAdmitted;
import static io.jari.queue.QueuedHall.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.payment.TestProvider;
import io.jari.seat.Organiser;
import io.jari.seat.SeatGuest;
import io.jari.seat.TestHall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the street through the waiting room to a seat, through two processes on one database. */
class WaitingRoomIT {
    private static final Map<String, String> NO_LIMITS =
            Map.of("JARI_QUEUE_JOIN_RATE", "0", "JARI_QUEUE_DEVICE_RATE", "0");
    /** A device may join twice, then every ten seconds. */
    private static final Map<String, String> STRICT =
            Map.of("JARI_QUEUE_JOIN_RATE", "0", "JARI_QUEUE_DEVICE_RATE", "0.1", "JARI_QUEUE_DEVICE_BURST", "2");

    private static JariServer server;
    private static JariServer other;

    @BeforeAll
    static void start() {
        server = JariServer.start(NO_LIMITS);
        other = server.another(NO_LIMITS);
    }

    @AfterAll
    static void stop() {
        other.close();
        server.verify();
        server.close();
    }

    private static Api.Answer hold(SeatGuest guest, String pass, int seat) {
        var body = "{\"dateID\":\"%d\",\"seatIDs\":[\"%s\"]}"
                .formatted(guest.hall().dateId(), TestHall.guid(seat));
        return guest.guest()
                .api()
                .send(
                        "POST",
                        "/v1/seat-holds",
                        body,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Queue-Pass", pass));
    }

    @Test
    void fromTheStreetToASeat() {
        var hall = hall(server, 100, "first-come", past(), 10);
        var street = Api.anonymous(server.url());
        var place = ok(201, join(street, hall));
        assertThat(place.path("ticket").asLong()).isEqualTo(1);
        var device = place.path("deviceID").asText();
        var again = ok(200, join(street, hall, device));
        assertThat(again.path("ticket").asLong()).isEqualTo(1);

        var guest = SeatGuest.of(server, hall);
        var token = place.path("token").asText();
        until(street, token, "admitted");
        assertThat(enter(street, token).status()).as("not signed in").isEqualTo(401);
        assertThat(enter(guest.guest().api(), token).type()).endsWith("queue-token-foreign");
        var pass = ok(
                201,
                with(guest.guest().api(), "POST", "/v1/queue/entries", token, "{\"deviceID\":\"" + device + "\"}"));
        assertThat(pass.path("renewAfterMillis").asLong()).isBetween(1L, 45_000L);
        ok(201, hold(guest.at(other), pass.path("pass").asText(), 0));
        assertThat(enter(guest.at(other).guest().api(), token).status())
                .as("renewed")
                .isEqualTo(200);

        var stranger = SeatGuest.of(server, hall).guest().api();
        assertThat(enter(stranger, token).type()).endsWith("queue-token-foreign");
        assertThat(with(guest.guest().api(), "DELETE", "/v1/queue/entries", token, null)
                        .status())
                .isEqualTo(204);
        assertThat(enter(guest.guest().api(), token).type()).endsWith("pass-ended");
    }

    @Test
    void whoBuysMakesRoomAndSoldOutIsToldToThoseWhoWait() {
        var hall = hall(server, 1, "first-come", past(), 5);
        var buyer = SeatGuest.of(server, hall);
        var waiting = SeatGuest.of(server, hall);
        var first = ok(201, join(buyer.guest().api(), hall)).path("token").asText();
        var second = ok(201, join(waiting.guest().api(), hall)).path("token").asText();
        var pass = whenAdmitted(buyer.guest().api(), first).path("pass").asText();
        var held = ok(201, hold(buyer, pass, 0)).path("holdID").asText();
        assertThat(stand(waiting.guest().api(), second).path("state").asText())
                .as("one seat, one who looks for it")
                .isEqualTo("waiting");
        assertThat(enter(waiting.guest().api(), second).type()).endsWith("not-admitted");
        ok(303, TestProvider.pay(buyer.atCheckout(held)));
        for (var api : List.of(waiting.guest().api(), waiting.at(other).guest().api())) {
            until(api, second, "sold-out");
        }
        assertThat(join(SeatGuest.of(server, hall).guest().api(), hall).type()).endsWith("sold-out");
        assertThat(enter(buyer.guest().api(), first).type()).endsWith("pass-ended");
        ok(200, buyer.release(held));
        whenAdmitted(waiting.guest().api(), second);
    }

    @Test
    void anEarlierAnswerIsALowerTicketThroughBothProcessesAlsoWhenOneIsKilled() {
        var hall = hall(server, 100, "first-come", Instant.now().plus(Duration.ofHours(1)), 10);
        var third = server.another(STRICT);
        tooManyFromOneDeviceAreToldWhenToComeAgain(Api.anonymous(third.url()));
        var apis = List.of(Api.anonymous(server.url()), Api.anonymous(other.url()), Api.anonymous(third.url()));
        record Told(int device, long ticket, long asked, long answered) {}
        var told = new ArrayList<CompletableFuture<Told>>();
        for (var i = 0; i < 300; i++) {
            var n = i;
            if (i == 150) {
                CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).join();
            }
            told.add(CompletableFuture.supplyAsync(() -> {
                var asked = System.nanoTime();
                var answer = join(apis.get(n % 3), hall, device(n));
                return new Told(
                        n,
                        answer.status() == 201 ? answer.body().path("ticket").asLong() : 0,
                        asked,
                        System.nanoTime());
            }));
        }
        third.kill9();
        var places = told.stream()
                .map(t -> t.exceptionally(_ -> new Told(0, 0, 0, 0)).join())
                .filter(t -> t.ticket() > 0)
                .toList();
        assertThat(places).hasSizeGreaterThan(200);
        assertThat(new HashSet<>(places.stream().map(Told::ticket).toList())).hasSize(places.size());
        for (var place : places) {
            assertThat(places)
                    .as("answered before %s was asked", place)
                    .filteredOn(p -> p.answered() < place.asked())
                    .allMatch(p -> p.ticket() < place.ticket());
            assertThat(ok(200, join(apis.get(1), hall, device(place.device())))
                            .path("ticket")
                            .asLong())
                    .as("nobody loses the place")
                    .isEqualTo(place.ticket());
        }
    }

    /** At the process that is to be killed: one more would take long to start. */
    private static void tooManyFromOneDeviceAreToldWhenToComeAgain(Api api) {
        var hall = hall(server, 10, "first-come", Instant.now().plus(Duration.ofHours(1)), 1);
        ok(201, join(api, hall, device(10_001)));
        ok(200, join(api, hall, device(10_001)));
        var refused = join(api, hall, device(10_001));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 13L);
        ok(201, join(api, hall, device(10_002)));
    }

    @Test
    void aDrawIsPublishedAndItsOrderHolds() {
        var hall = hall(server, 100, "drawn", Instant.now().plus(Duration.ofHours(1)), 50);
        var organiser = Organiser.of(server, hall);
        var path = "/v1/concerts/%d/dates/%d/queue".formatted(hall.concertId(), hall.dateId());
        var street = Api.anonymous(server.url());
        var announced = ok(200, street.get(path));
        assertThat(announced.path("draw").path("seedHash").asText()).hasSize(64);
        assertThat(announced.path("draw").has("seed")).isFalse();
        var tokens = IntStream.range(0, 20)
                .mapToObj(n ->
                        ok(201, join(street, hall, device(n))).path("token").asText())
                .toList();
        var before = stand(street, tokens.getFirst());
        assertThat(before.path("state").asText()).isEqualTo("not-open");
        assertThat(before.path("rank").isNull()).isTrue();
        ok(200, organiser.api().post(organiser.path("queue/opening"), Map.of()));
        var drawn =
                await().atMost(PATIENCE).until(() -> ok(200, street.get(path)).path("draw"), d -> d.has("seed"));
        assertThat(drawn.path("count").asInt()).isEqualTo(20);
        var ranks = new HashSet<Long>();
        for (var token : tokens) {
            await().atMost(PATIENCE)
                    .until(() -> stand(Api.anonymous(other.url()), token)
                            .path("rank")
                            .isNumber());
            ranks.add(stand(street, token).path("rank").asLong());
        }
        assertThat(ranks).hasSize(20);
        assertThat(organiser
                        .api()
                        .put(organiser.path("queue"), settings("first-come", past(), 50), Map.of("If-Match", "2"))
                        .status())
                .as("a draw that is frozen stays one")
                .isEqualTo(409);
    }

    @Test
    void staffSeeItLivePauseItAndChangeTheRates() {
        var hall = hall(server, 100, "first-come", past(), 2);
        var organiser = Organiser.of(server, hall);
        var api = organiser.api();
        ok(200, api.post(organiser.path("queue/pause"), Map.of()));
        for (var n = 0; n < 5; n++) {
            ok(201, join(Api.anonymous(server.url()), hall, device(n)));
        }
        var token = ok(200, join(Api.anonymous(server.url()), hall, device(0)))
                .path("token")
                .asText();
        until(Api.anonymous(other.url()), token, "paused");
        assertThat(ok(200, api.get(organiser.path("queue/live")))
                        .path("waiting")
                        .asInt())
                .isEqualTo(5);
        var changed = api.put(organiser.path("queue"), settings("first-come", past(), 3), Map.of("If-Match", "1"));
        assertThat(changed.status()).as("paused since").isEqualTo(412);
        ok(200, api.put(organiser.path("queue"), settings("first-come", past(), 3), Map.of("If-Match", "2")));
        ok(200, api.post(organiser.path("queue/resume"), Map.of()));
        await().atMost(PATIENCE)
                .until(() -> ok(200, api.get(organiser.path("queue/live")))
                                .path("admittedNotIn")
                                .asInt()
                        == 3);
        assertThat(Api.anonymous(server.url()).get(organiser.path("queue/live")).status())
                .as("not on the public listener")
                .isEqualTo(404);
        assertThat(SeatGuest.of(server, hall)
                        .guest()
                        .at(server)
                        .api()
                        .post(organiser.path("queue/pause"), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void offLetsEverybodyThrough() {
        var hall = hall(server, 10, "off", past(), 1);
        var guest = SeatGuest.of(server, hall);
        var answer = ok(200, join(guest.guest().api(), hall));
        assertThat(answer.path("state").asText()).isEqualTo("off");
        assertThat(answer.has("token")).isFalse();
        ok(201, guest.tryHolding(0));
        assertThat(join(guest.guest().api(), new TestHall(hall.dataSource(), 999_999))
                        .status())
                .isEqualTo(404);
        assertThat(join(guest.guest().api(), hall, "short")
                        .body()
                        .path("errors")
                        .toString())
                .contains("deviceID");
    }
}
