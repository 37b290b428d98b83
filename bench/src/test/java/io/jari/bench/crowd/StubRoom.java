package io.jari.bench.crowd;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A server that plays the waiting room's contract, and can be told to break it. All of it happens on one event loop. */
final class StubRoom implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int TAKEN = 1;

    /** What the room does wrong, or unkindly. */
    enum Fault {
        /** Each hundred tickets are given in falling order. */
        INVERT,
        /** Every hundredth ticket is given to two. */
        SAME_TICKET,
        /** Who joins again gets another place. */
        ANOTHER_PLACE,
        /** Passes are made out for the next ticket, too. */
        ANOTHER_PASS,
        /** Told to come in whatever the rank. */
        ANY_ORDER,
        /** Told to wait though their turn has been. */
        SKIP,
        /** The first time anybody joins: not now. */
        TOO_MANY,
        /** Seats are sold as often as they are wanted. */
        OVERSELL,
        /** Nobody is ever admitted. */
        STUCK,
        /** There is no queue: everybody comes through. */
        OFF,
        /** The first time anybody comes in: full. */
        FULL,
        /** Every tenth ticket is told that its time is over, and given another. */
        FORFEIT,
        /** Each connection breaks now and then, after what was asked was done. */
        CUT
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final Set<Fault> faults = new HashSet<>();
    private final int[] states;
    private final int rate;
    private final Map<String, Long> ticketOf = new ConcurrentHashMap<>();
    private final Map<Long, String> inside = new HashMap<>();
    private final Map<String, JsonObject> holds = new HashMap<>();
    private final Set<String> paid = new HashSet<>();
    private final Map<String, Long> refusedAt = new HashMap<>();
    final Set<String> addresses = new HashSet<>();
    final Map<String, Integer> calls = new ConcurrentHashMap<>();
    volatile Instant opensAt = Instant.now();
    int impatient;
    int foreign;
    private long tickets;
    private long admitted;
    private int requests;

    StubRoom(int seats, int rate, Fault... faults) {
        this(0, seats, rate, faults);
    }

    StubRoom(int port, int seats, int rate, Fault... faults) {
        this.states = new int[seats];
        this.rate = rate;
        this.faults.addAll(Arrays.asList(faults));
        this.server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** How many have a place. */
    int joined() {
        return ticketOf.size();
    }

    /** Whether somebody asked when it opens. */
    boolean wasLookedAt() {
        return calls.containsKey("GET /v1/concerts/N/dates/N/queue");
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request, Buffer body) {
        var call = request.method() + " " + request.path().replaceAll("/[0-9]+", "/N");
        calls.merge(call, 1, Integer::sum);
        if (request.getHeader("X-Forwarded-For") != null) {
            addresses.add(request.getHeader("X-Forwarded-For"));
        }
        switch (call) {
            case "GET /v1/concerts/N/dates/N" -> json(request, 200, new JsonObject().put("mostSeats", 4));
            case "GET /v1/concerts/N/dates/N/seats" -> seats(request);
            case "GET /v1/concerts/N/dates/N/queue" ->
                json(
                        request,
                        200,
                        new JsonObject().put("admissionsPerSecond", rate).put("opensAt", opensAt.toString()));
            case "POST /v1/queue" -> join(request, body.toJsonObject());
            case "GET /v1/queue/status" -> json(request, 200, status(ticket(request)));
            case "POST /v1/queue/entries" -> enter(request);
            case "DELETE /v1/queue/entries" -> {
                inside.remove(ticket(request));
                request.response().setStatusCode(204).end();
            }
            case "POST /v1/seat-holds" -> hold(request, body.toJsonObject());
            case "POST /v1/payments" -> pay(request, body.toJsonObject());
            default -> payments(request);
        }
    }

    private void join(HttpServerRequest request, JsonObject body) {
        var session = request.getHeader("Authorization");
        var joiner = session == null ? body.getString("deviceID") : session;
        if (faults.contains(Fault.TOO_MANY)) {
            var refused = refusedAt.putIfAbsent(joiner, System.nanoTime());
            if (refused == null) {
                request.response().putHeader("Retry-After", "1");
                problem(request, 429, "too-many");
                return;
            }
            // A second click comes at once, and has not heard yet.
            var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - refused);
            impatient += millis > 500 && millis < 1_000 ? 1 : 0;
        }
        if (faults.contains(Fault.OFF)) {
            json(request, 200, new JsonObject().put("dateID", "1").put("state", "off"));
            return;
        }
        var before = ticketOf.get(joiner);
        if (before == null && soldOut()) {
            problem(request, 409, "sold-out");
            return;
        }
        var another = before != null && faults.contains(Fault.ANOTHER_PLACE);
        var ticket = before == null || another ? next() : before;
        ticketOf.put(joiner, ticket);
        admit();
        json(request, before == null ? 201 : 200, status(ticket).put("token", token(ticket)));
    }

    private long next() {
        tickets++;
        if (tickets % 100 == 0 && faults.contains(Fault.SAME_TICKET)) {
            return tickets - 1;
        }
        return faults.contains(Fault.INVERT) ? (tickets - 1) / 100 * 100 + 100 - (tickets - 1) % 100 : tickets;
    }

    private JsonObject status(long ticket) {
        admit();
        var skipped = faults.contains(Fault.SKIP) && ticket == 1;
        var turn = (ticket <= admitted && !skipped) || faults.contains(Fault.ANY_ORDER);
        if (turn && ticket % 10 == 0 && faults.contains(Fault.FORFEIT)) {
            ticketOf.values().remove(ticket);
            return new JsonObject().put("state", "forfeited").put("ticket", ticket);
        }
        var state = soldOut() ? "sold-out" : turn ? "admitted" : "waiting";
        return new JsonObject()
                .put("dateID", "1")
                .put("state", Instant.now().isBefore(opensAt) ? "not-open" : state)
                .put("ticket", ticket)
                .put("rank", ticket)
                .putNull("waitSeconds")
                .put("opensAt", opensAt.toString())
                .put("now", Instant.now().toString())
                .put("askAfterMillis", 100 + ticket % 100);
    }

    private void admit() {
        if (!faults.contains(Fault.STUCK)) {
            admitted =
                    rate * Math.max(0, Duration.between(opensAt, Instant.now()).toMillis()) / 1_000;
        }
    }

    private void enter(HttpServerRequest request) {
        var ticket = ticket(request);
        var session = request.getHeader("Authorization");
        if (ticket > admitted && !faults.contains(Fault.ANY_ORDER)) {
            problem(request, 409, "not-admitted");
            return;
        }
        if (faults.contains(Fault.FULL) && refusedAt.putIfAbsent(session, System.nanoTime()) == null) {
            request.response().putHeader("Retry-After", "1");
            problem(request, 503, "full");
            return;
        }
        var renewal = session.equals(inside.put(ticket, session));
        var answer = new JsonObject().put("pass", pass(ticket)).put("renewAfterMillis", 1_000);
        json(request, renewal ? 200 : 201, answer);
    }

    private void hold(HttpServerRequest request, JsonObject body) {
        if (request.getHeader("Queue-Pass") != null) {
            var pass = ByteBuffer.wrap(Base64.getUrlDecoder().decode(request.getHeader("Queue-Pass")));
            foreign += request.getHeader("Authorization").equals(inside.get(pass.getLong(15))) ? 0 : 1;
        }
        var key = request.getHeader("Authorization") + request.getHeader("Idempotency-Key");
        var ids = body.getJsonArray("seatIDs");
        if (ids == null) {
            ids = best(body.getJsonObject("bestAvailable").getInteger("seats"));
        }
        var free = ids.stream().allMatch(id -> states[number(id)] == 0) || faults.contains(Fault.OVERSELL);
        if (ids.isEmpty() || !(free || holds.containsKey(key))) {
            problem(request, 409, ids.isEmpty() ? "none-together" : "seats-taken");
            return;
        }
        var seats = new JsonArray();
        ids.forEach(id -> {
            states[number(id)] = TAKEN;
            seats.add(new JsonObject().put("seatID", id));
        });
        json(
                request,
                201,
                holds.computeIfAbsent(
                        key,
                        k -> new JsonObject().put("holdID", "h" + holds.size()).put("seats", seats)));
    }

    private JsonArray best(int many) {
        for (var from = 0; from + many <= states.length; from++) {
            if (Arrays.stream(states, from, from + many).allMatch(state -> state == 0)) {
                var ids = new JsonArray();
                for (var seat = from; seat < from + many; seat++) {
                    ids.add("seat-" + seat);
                }
                return ids;
            }
        }
        return new JsonArray();
    }

    /** Every third wallet is empty; where a card is paid with, one is told when asking again. */
    private void pay(HttpServerRequest request, JsonObject body) {
        var id = body.getString("holdID");
        if (body.getString("method").equals("card")) {
            json(request, 201, new JsonObject().put("status", "processing"));
            return;
        }
        if (Integer.parseInt(id.substring(1)) % 3 != 0) {
            paid.add(id);
        }
        json(request, 201, new JsonObject().put("status", paid.contains(id) ? "paid" : "open"));
    }

    private void payments(HttpServerRequest request) {
        var id = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (request.path().startsWith("/pay/")) {
            paid.add(id);
            request.response().setStatusCode(303).putHeader("Location", "/").end();
        } else if (request.path().startsWith("/v1/payments/")) {
            var page = new JsonObject().put("redirectURL", url() + "/pay/" + id + "?language=en");
            json(
                    request,
                    200,
                    paid.contains(id)
                            ? new JsonObject().put("status", "paid")
                            : new JsonObject().put("status", "processing").put("next", page));
        } else {
            problem(request, 404, "not-found");
        }
    }

    private boolean soldOut() {
        return Arrays.stream(states).noneMatch(state -> state == 0) && !faults.contains(Fault.OVERSELL);
    }

    private void seats(HttpServerRequest request) {
        if (SeatMap.MEDIA_TYPE.equals(request.getHeader("Accept"))) {
            var bytes = Buffer.buffer(new byte[32 + (states.length + 3) / 4]);
            bytes.setString(0, "JST").setIntLE(24, states.length);
            for (var seat = 0; seat < states.length; seat++) {
                var at = 32 + seat / 4;
                var state = faults.contains(Fault.OVERSELL) ? 0 : states[seat];
                bytes.setByte(at, (byte) (bytes.getByte(at) | (state << (2 * (seat % 4)))));
            }
            send(request, 200, bytes);
            return;
        }
        var seats = new JsonArray();
        for (var seat = 0; seat < states.length; seat++) {
            seats.add(new JsonObject().put("seatID", "seat-" + seat).put("state", "available"));
        }
        json(request, 200, new JsonObject().put("seats", seats));
    }

    private static int number(Object seatId) {
        return Integer.parseInt(((String) seatId).substring("seat-".length()));
    }

    private static String token(long ticket) {
        return BASE64.encodeToString(ByteBuffer.allocate(51)
                .put((byte) 1)
                .putShort((short) 1)
                .putInt(1)
                .putLong(ticket)
                .array());
    }

    private static long ticket(HttpServerRequest request) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(request.getHeader("Queue-Token")))
                .getLong(7);
    }

    private String pass(long ticket) {
        var told = faults.contains(Fault.ANOTHER_PASS) ? ticket + requests % 2 : ticket;
        var bytes = ByteBuffer.allocate(55)
                .put((byte) 2)
                .putShort((short) 1)
                .putInt(1)
                .putLong(7)
                .putLong(told);
        return BASE64.encodeToString(bytes.array());
    }

    private void problem(HttpServerRequest request, int status, String type) {
        json(request, status, new JsonObject().put("type", "urn:jari:problem:" + type));
    }

    private void json(HttpServerRequest request, int status, JsonObject body) {
        send(request, status, body.toBuffer());
    }

    private void send(HttpServerRequest request, int status, Buffer body) {
        if (++requests % 50 == 0 && faults.contains(Fault.CUT)) {
            request.connection().close();
        } else {
            request.response().setStatusCode(status).end(body);
        }
    }
}
