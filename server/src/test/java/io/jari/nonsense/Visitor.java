package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.JariServer;
import io.jari.payment.TestProvider;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Sends one request after the other, and makes of each answer what could be sent next. */
final class Visitor {
    /** Passwords cost much to compare; and after what ends much, little more can be tried. */
    private static final Set<String> SELDOM = Set.of(
            "POST /v1/sessions",
            "DELETE /v1/sessions",
            "DELETE /v1/sessions/current",
            "POST /v1/accounts",
            "PUT /v1/account/password",
            "POST /v1/account/erasure",
            "POST /v1/erasures",
            "PUT /v1/password-resets",
            "PUT /v1/staff/invitations",
            "DELETE /v1/second-factor",
            "POST /v1/second-factor/recovery-codes",
            "DELETE /v1/staff/{accountID}",
            "DELETE /v1/staff/{accountID}/rights/{role}/{scope}",
            "DELETE /v1/api-keys/{keyID}",
            "DELETE /v1/hotels/{hotelID}",
            "DELETE /v1/concerts/{concertID}",
            "POST /v1/signing-keys/rotation",
            "POST /v1/staff",
            "POST /v1/staff/invitations",
            "POST /v1/concerts/{concertID}/dates/{dateID}/cancellation",
            "PUT /v1/clock");

    private static final Set<String> SPARED = Set.of(
            "PUT /v1/concerts/{concertID}",
            "PUT /v1/concerts/{concertID}/dates/{dateID}",
            "PUT /v1/concerts/{concertID}/dates/{dateID}/queue",
            "POST /v1/concerts/{concertID}/dates/{dateID}/pause",
            "POST /v1/concerts/{concertID}/dates/{dateID}/postponement",
            "PUT /v1/hotels/{hotelID}",
            "PUT /v1/hotels/{hotelID}/room-types/{roomTypeID}",
            "DELETE /v1/hotels/{hotelID}/room-types/{roomTypeID}",
            "POST /v1/hotels/{hotelID}/night-closures");

    private static final int CHOICES = 8;
    private static final String TAG = "If-Match";

    private final Operations operations;
    private final Crowd crowd;
    private final Memory memory;
    private final Tally tally;
    private final Collection<String> failures;
    private final Random random;
    private final Requests requests;
    private final Mutations mutations;
    private final Stories stories;
    private final Wire internal;
    private final Wire open;
    private final Garbage garbage;

    private final Deque<Operation> next = new ArrayDeque<>();
    private Thing about = Thing.NONE;

    Visitor(JariServer server, Scene scene, Random random) {
        this.operations = scene.operations();
        this.crowd = scene.crowd();
        this.memory = scene.memory();
        this.tally = scene.tally();
        this.failures = scene.failures();
        this.random = random;
        this.requests = new Requests(operations, new Values(operations, scene.plan(), random), random);
        this.mutations = new Mutations(requests, random);
        this.stories = new Stories(operations);
        this.internal = new Wire(server.internalUrl());
        this.open = new Wire(server.url());
        this.garbage = new Garbage(List.of(server.internalUrl(), server.url()), scene, random);
    }

    /** What all visitors share. */
    record Scene(
            Operations operations,
            Crowd crowd,
            Memory memory,
            Tally tally,
            Collection<String> failures,
            JsonNode plan) {}

    void visit(BooleanSupplier again) {
        while (again.getAsBoolean()) {
            if (random.nextInt(40) == 0) {
                garbage.send();
            } else {
                step(next());
            }
        }
        internal.close();
        open.close();
    }

    private Operation next() {
        while (next.isEmpty()) {
            if (random.nextInt(5) == 0) {
                about = new Thing(Map.of(), crowd.any(random).name());
                next.addAll(stories.any(random));
                next.removeIf(step -> SELDOM.contains(step.name()) && random.nextInt(4) > 0);
            } else {
                next.add(any());
                about = isSpared(next.element())
                        ? memory.later(requests.names(next.element(), Thing.NONE), random)
                        : memory.any(random);
            }
        }
        readFirst();
        return next.remove();
    }

    /** What is changed has been read, mostly. */
    private void readFirst() {
        var first = next.element();
        var read = "GET " + first.path();
        if (operations.has(read)
                && !about.words().containsKey(TAG)
                && operations.parameters(first, "header").stream()
                        .anyMatch(parameter -> parameter.path("name").asText().equals(TAG))
                && random.nextInt(5) > 0) {
            next.addFirst(operations.named(read));
        }
    }

    /** Of some, what has been called least, or not well so far. */
    private Operation any() {
        var all = operations.all();
        return random.ints(CHOICES, 0, all.size())
                .mapToObj(all::get)
                .min(Comparator.comparingInt(this::weight))
                .orElseThrow();
    }

    private int weight(Operation operation) {
        var reached = tally.letIn(operation.name()).isEmpty() ? 1 : 2;
        return tally.calls(operation.name()) * reached * (SELDOM.contains(operation.name()) ? 5 : 1);
    }

    private void step(Operation operation) {
        var names = requests.names(operation, about);
        var completed = random.nextInt(20) == 0 ? memory.any(names, random) : memory.completed(about, names, random);
        var thing = new Thing(completed.words(), about.caller().isEmpty() ? completed.caller() : about.caller());
        if (isSpared(operation) && thing.ofTheDemo()) {
            return; // what all may need is not called off
        }
        var caller = caller(operation, thing);
        var token = caller.token();
        var valid = requests.valid(operation, thing);
        var changed = random.nextInt(5) < 2;
        var request = changed ? mutations.of(valid, operation) : valid;
        if (!token.isEmpty() && request.header("Authorization").isEmpty()) {
            request = request.with("Authorization", "Bearer " + token);
        }
        var answer = send(operation, request, caller, token, new Thing(thing.ids(), caller.name()).and(said(valid)));
        if (answer.status() / 100 != 2
                && !next.isEmpty()
                && !operation.method().equals("GET")
                && random.nextInt(5) < 3) {
            next.addFirst(operation); // the story goes on, mostly, once this is done by somebody who may
        }
        if (answer.status() >= 400 && answer.status() != 401 && answer.status() != 403 && !changed) {
            tally.refused(operation.name(), caller.name() + " " + request, answer);
        }
    }

    private static boolean isSpared(Operation operation) {
        var named = operation.places();
        return SPARED.contains(operation.name())
                || (SELDOM.contains(operation.name()) && (named.contains("hotelID") || named.contains("concertID")));
    }

    /** Mostly whose story this is, or somebody who may. */
    private Caller caller(Operation operation, Thing thing) {
        var letIn = tally.letIn(operation.name());
        var own = thing.caller().isEmpty() ? crowd.any(random) : crowd.named(thing.caller());
        var may = letIn.isEmpty()
                ? random.nextBoolean() ? crowd.administrator() : own
                : crowd.named(letIn.get(random.nextInt(letIn.size())));
        return switch (random.nextInt(10)) {
            case 0 -> crowd.any(random);
            case 1 -> crowd.administrator();
            case 2, 3 -> may;
            case 4, 5, 6 -> letIn.contains(own.name()) ? own : may;
            default -> own;
        };
    }

    /** The words of a body and the key under which it was sent. */
    private static Map<String, String> said(Request request) {
        var said = new HashMap<String, String>();
        if (request.body().length > 0) {
            try {
                for (var field : new JsonMapper().readTree(request.body()).properties()) {
                    if (field.getValue().isValueNode()) {
                        said.put(field.getKey(), field.getValue().asText());
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return said;
    }

    private Answer send(Operation operation, Request request, Caller caller, String token, Thing asked) {
        var atInternal = caller.staff() == random.nextInt(10) > 0;
        var wire = atInternal ? internal : open;
        try {
            var answer = wire.send(request);
            tally.count(operation.name(), answer.status(), caller.name());
            Judge.flaw(answer, request.method().equals("HEAD"))
                    .or(() -> Judge.breach(operation, request, answer))
                    .ifPresent(flaw -> failures.add(flaw + ": " + caller.name() + (atInternal ? " (internal) " : " ")
                            + request + "\n→ " + answer + "\n"));
            if (answer.status() == 401) {
                caller.refused(token);
            }
            if (answer.status() / 100 == 2) {
                learn(answer, asked);
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            wire.close();
            failures.add(e + ": " + caller.name() + (atInternal ? " (internal) " : " ") + request);
            return Answer.NONE;
        }
    }

    private void learn(Answer answer, Thing asked) {
        var learned = memory.learn(answer.json(), asked, random);
        if (!learned.equals(Thing.NONE)) {
            var tag = answer.header("etag");
            about = tag.isEmpty() ? learned : learned.and(Map.of(TAG, tag));
        }
        var page = answer.json().at("/next/redirectURL").asText();
        if (!page.isEmpty()) {
            switch (random.nextInt(4)) {
                case 0 -> TestProvider.giveUp(page);
                case 1 -> TestProvider.decline(page);
                default -> TestProvider.pay(page);
            }
        }
    }
}
