package io.jari.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.booking.TestStay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who books and pays while servers die: whatever gets no answer is asked again, of whichever server is there. */
final class StormGuest {
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long TYPING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_MILLIS = 100;
    private static final String GOOD = "number=4242424242424242&expiry=12%2F39&cvc=123&holder=Kim+Minsu";
    private static final String DECLINED = GOOD.replace("4242424242424242", "4000000000000002");
    private static final String GIVE_UP = "action=give-up";

    private final List<Api> servers;
    private final TestStay stay;
    private final Random chance;

    StormGuest(List<Api> servers, TestStay stay, long seed) {
        this.servers = servers;
        this.stay = stay;
        this.chance = new Random(seed);
    }

    /** What guests do: most pay by card, some from their wallet, some twice, some not at all, some think better of it. */
    void live() {
        var id = ask(stay::order);
        ask(api -> accepted(api.post("/v1/reservations", stay.request(id)), 201));
        var kind = chance.nextInt(100);
        if (kind < 15) {
            begin(id, "wallet");
        } else {
            begin(id, "card");
            card(id, kind);
        }
        if (chance.nextInt(5) == 0) {
            ask(api -> accepted(api.delete("/v1/reservations/" + id), 200));
        }
    }

    private void card(String id, int kind) {
        var page = whereToPay(id);
        if (page == null || kind >= 95) {
            return; // nobody to pay at, or walks away
        }
        if (kind >= 90) {
            submit(page, GIVE_UP);
        } else if (kind >= 75) {
            submit(page, DECLINED);
            await(id, p -> !p.path("status").asText().equals("processing"));
            begin(id, "card");
            var next = whereToPay(id);
            if (next != null) {
                submit(next, GOOD);
            }
        } else {
            submit(page, GOOD);
        }
    }

    /** Pressed twice at once by some. */
    private void begin(String id, String method) {
        Runnable press = () -> ask(api ->
                accepted(api.post("/v1/payments", Map.of("reservationID", id, "method", method)), 200, 201, 409));
        if (chance.nextInt(4) == 0) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(press, Thread::startVirtualThread),
                            CompletableFuture.runAsync(press, Thread::startVirtualThread))
                    .join();
        } else {
            press.run();
        }
    }

    /** The page of the provider; null when the payment ended before there was one. */
    private @Nullable String whereToPay(String id) {
        var payment = await(id, p -> p.has("next") || !p.path("status").asText().equals("processing"));
        return payment.has("next") ? payment.path("next").path("redirectURL").asText() : null;
    }

    private JsonNode await(String id, Predicate<JsonNode> wanted) {
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            var payment = ask(api -> accepted(api.get("/v1/payments/" + id + "?wait=2"), 200))
                    .body();
            if (wanted.test(payment)) {
                return payment;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("still " + payment);
            }
            rest();
        }
    }

    /** Typed and sent, again while there is no answer: a page that has ended leads back whatever is typed. */
    private static void submit(String page, String form) {
        var until = System.nanoTime() + TYPING_NANOS;
        while (System.nanoTime() < until) {
            try {
                BROWSER.send(
                        HttpRequest.newBuilder(URI.create(page))
                                .timeout(Duration.ofSeconds(3))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.discarding());
                return;
            } catch (IOException _) {
                rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private <T> T ask(Function<Api, T> question) {
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return question.apply(servers.get(chance.nextInt(servers.size())));
            } catch (UncheckedIOException | IllegalStateException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                rest();
            }
        }
    }

    private static Api.Answer accepted(Api.Answer answer, Integer... wanted) {
        if (!List.of(wanted).contains(answer.status())) {
            if (answer.status() < 500 && answer.status() != 429) {
                throw new AssertionError(answer.status() + " " + answer.body());
            }
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static void rest() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
}
