package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestStay;
import io.jari.db.TestData;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that takes few requests at once, and a hotel whose head is locked, so that reservations stay under way. */
class OverloadIT {
    private static final int MOST = 8;
    private static final int MOST_COMING = 3;
    private static final int MOST_LOOKING = 4;
    private static final int MOST_TAKING = 7;
    private static final int GUESTS = 30;
    private static JariServer server;

    @BeforeAll
    static void start() {
        // However slow the machine is, who waits for the lock goes on waiting.
        server = JariServer.start(Map.of(
                "JARI_HTTP_REQUESTS",
                Integer.toString(MOST),
                "JARI_BOOKING_DEADLINE_MILLIS",
                "600000",
                "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_OPTIONS",
                "-c lock_timeout=600s -c jit=off"));
    }

    @AfterAll
    static void stop() {
        server.verify();
        server.close();
    }

    @Test
    void whoComesBeyondIsToldAtOnceAndWhoWasLetInIsServed() throws Exception {
        var guest = Api.demo(server.url(), "guest");
        var stay = TestStay.with(server, 100);
        var ids = orders(stay, guest);
        var asked = new ArrayList<CompletableFuture<Api.Answer>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var _ = locked(server, stay)) {
                for (var id : ids) {
                    asked.add(CompletableFuture.supplyAsync(
                            () -> guest.post("/v1/reservations", stay.request(id)), people));
                }
                await().atMost(Duration.ofSeconds(60)).until(() -> done(asked) == GUESTS - MOST_TAKING);
                asked.stream().filter(CompletableFuture::isDone).forEach(one -> assertRefused(one.join()));
                othersAreServedByHowFarTheyHaveCome();
            }
            assertThat(asked.stream().map(CompletableFuture::join).filter(one -> one.status() == 201))
                    .hasSize(MOST_TAKING);
        }
        for (var i = 0; i < GUESTS; i++) {
            var there = guest.get("/v1/reservations/" + ids.get(i)).status();
            assertThat(there)
                    .as("what was refused was not done")
                    .isEqualTo(asked.get(i).join().status() == 201 ? 200 : 404);
        }
        assertNormal();
    }

    private static void othersAreServedByHowFarTheyHaveCome() {
        var guest = Api.anonymous(server.url());
        assertRefused(guest.get("/v1/hotels"));
        assertRefused(guest.post("/v1/reservation-orders", Map.of()));
        assertRefused(guest.send("GET", "/v1/hotels", null, Map.of("X-Request-Id", "named")));
        var page = guest.send("GET", "/", null, Map.of("Accept", "text/html"));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
        assertThat(guest.delete("/v1/reservations/none").status())
                .as("a place is kept for those who end something")
                .isEqualTo(401);
        assertThat(guest.get("/q/health/live").status()).isEqualTo(200);
        assertThat(guest.get("/v1/concerts/1/dates/1/seats").status())
                .as("told from memory")
                .isEqualTo(200);
        assertThat(Api.anonymous(server.internalUrl()).get("/v1/hotels").status())
                .as("staff's listener")
                .isEqualTo(200);
    }

    /** Else many who ask and go at once would have any number of threads wait for the database, for nobody. */
    @Test
    void whoGoesAwayKeepsThePlaceUntilTheWorkIsDone() throws Exception {
        var guest = Api.demo(server.url(), "guest");
        assertThat(guest.get("/v1/hotels").status()).isEqualTo(200);
        try (var _ = holding(server, "lock table reservation in access exclusive mode")) {
            var sockets = new ArrayList<Socket>();
            for (var i = 0; i < MOST_LOOKING; i++) {
                sockets.add(looking(guest));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> metric("jari_requests ") == MOST_LOOKING);
            var connections = metric("jari_connections{listener=\"public\"");
            for (var socket : sockets) {
                socket.close();
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> metric("jari_connections{listener=\"public\"") <= connections - MOST_LOOKING);
            assertRefused(guest.get("/v1/hotels"));
        }
        assertNormal();
    }

    /** Of requests that each may be refused, a visit of many would never come to its end. */
    @Test
    void whoHasBegunToLookGoesOnAndOthersComeLater() throws Exception {
        var here = Api.anonymous(server.url());
        assertThat(look(here, "here").status()).isEqualTo(200);
        var guest = Api.demo(server.url(), "guest");
        try (var _ = holding(server, "lock table reservation in access exclusive mode")) {
            var sockets = new ArrayList<Socket>();
            for (var i = 0; i < MOST_COMING; i++) {
                sockets.add(looking(guest));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> metric("jari_requests ") == MOST_COMING);
            for (var page = 0; page < 3; page++) {
                assertThat(look(here, "here").status()).isEqualTo(200);
                assertRefused(look(here, "new"));
                assertRefused(look(here, "new", "X-Request-Id", "in full"));
            }
            for (var socket : sockets) {
                socket.close();
            }
        }
        assertNormal();
    }

    private static Api.Answer look(Api by, String agent, String... header) {
        var headers = new HashMap<>(Map.of("User-Agent", agent));
        if (header.length > 0) {
            headers.put(header[0], header[1]);
        }
        return by.send("GET", "/v1/hotels", null, headers);
    }

    /** The twin: where there is room for all, all are under way at once. */
    @Test
    void withRoomForAllNobodyIsRefused() throws Exception {
        var other = JariServer.shared();
        var guest = Api.demo(other.url(), "guest");
        var stay = TestStay.with(other, 100);
        var ids = orders(stay, guest);
        var asked = new ArrayList<CompletableFuture<Api.Answer>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var _ = locked(other, stay)) {
                for (var id : ids) {
                    asked.add(CompletableFuture.supplyAsync(
                            () -> guest.post("/v1/reservations", stay.request(id)), people));
                }
                assertThat(guest.get("/v1/hotels").status()).isEqualTo(200);
            }
            assertThat(asked.stream().map(one -> one.join().status()))
                    .hasSize(GUESTS)
                    .containsOnly(201);
        }
    }

    private static Connection locked(JariServer at, TestStay stay) throws SQLException {
        return holding(at, "select from partition_head where kind = 1 and id = " + stay.hotelId() + " for update");
    }

    /** Somebody else's transaction; its end, when closed. */
    private static Connection holding(JariServer at, String sql) throws SQLException {
        var connection = TestData.of(at).dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static List<String> orders(TestStay stay, Api guest) {
        return Stream.generate(() -> stay.order(guest)).limit(GUESTS).toList();
    }

    private static long done(List<CompletableFuture<Api.Answer>> asked) {
        return asked.stream().filter(CompletableFuture::isDone).count();
    }

    private static void assertRefused(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.type()).isEqualTo("urn:jari:problem:overloaded");
        assertThat(answer.body().path("instance").asText())
                .isEqualTo("urn:jari:request:" + answer.header("X-Request-Id"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static void assertNormal() {
        await().atMost(Duration.ofSeconds(60)).until(() -> metric("jari_requests ") == 0);
        assertThat(Api.anonymous(server.url()).get("/v1/hotels").status()).isEqualTo(200);
    }

    private static Socket looking(Api guest) throws IOException {
        var socket = new Socket(server.url().getHost(), server.url().getPort());
        socket.getOutputStream()
                .write(("GET /v1/reservations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + guest.token()
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static double metric(String begin) {
        var metrics =
                Api.anonymous(server.internalUrl()).get("/q/metrics").response().body();
        return metrics.lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
