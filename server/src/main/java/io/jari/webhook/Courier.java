package io.jari.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.event.EventBody;
import io.jari.event.OfferedEvents;
import io.jari.http.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Sends what is due, a bounded number at once, in all and for each webhook, so that a slow receiver keeps nobody else waiting. */
final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    /** Under way at once, in this process. */
    private static final int MOST = 64;

    private static final int MOST_OF_ONE = 8;

    /** Longer than any attempt takes: after a crash, others send it again by then. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Jdbi jdbi;
    private final OfferedEvents events;
    private final WebhookSecrets secrets;
    private final Receivers receivers;
    private final ObjectMapper json;
    private final Executor threads;
    private final Results results;
    private final Map<Long, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    /** Hears what came of deliveries. */
    interface Results {
        /** @param result delivered, failed or given_up */
        void ended(String result);

        void pending(int deliveries);

        /** There may be another to send at once. */
        void more();
    }

    Courier(
            Jdbi jdbi,
            OfferedEvents events,
            WebhookSecrets secrets,
            Receivers receivers,
            ObjectMapper json,
            Executor threads,
            Results results) {
        this.jdbi = jdbi;
        this.events = events;
        this.secrets = secrets;
        this.receivers = receivers;
        this.json = json;
        this.threads = threads;
        this.results = results;
    }

    /** Once: takes what is due and sends it, each on a thread of its own. */
    boolean turn() {
        var pending = jdbi.withHandle(WebhookStore::pending);
        results.pending(pending.stream().mapToInt(Webhook::pending).sum());
        var room = MOST - all.get();
        var webhooks = new ArrayList<>(pending.stream()
                .filter(Webhook::enabled)
                .map(Webhook::id)
                .filter(id -> underWay(id).get() < MOST_OF_ONE)
                .toList());
        if (webhooks.isEmpty() || room <= 0) {
            return false;
        }
        Collections.shuffle(webhooks); // where there is room for some only, it is not always the same
        var rooms =
                webhooks.stream().map(id -> MOST_OF_ONE - underWay(id).get()).toList();
        var claims = jdbi.inTransaction(handle -> DeliveryStore.claim(handle, webhooks, rooms, room, LEASE));
        for (var claim : claims) {
            all.incrementAndGet();
            underWay(claim.webhookId()).incrementAndGet();
            threads.execute(() -> send(claim));
        }
        return false;
    }

    private AtomicInteger underWay(long webhookId) {
        return underWay.computeIfAbsent(webhookId, _ -> new AtomicInteger());
    }

    private void send(DeliveryStore.Claim claim) {
        try {
            var letter = jdbi.withHandle(handle -> letter(handle, claim));
            var answer = receivers.post(letter.url(), letter.headers(), letter.body());
            results.ended(jdbi.inTransaction(handle -> settle(handle, claim, answer)));
        } catch (SQLException | RuntimeException e) {
            // Its lease runs out, and it is sent again.
            LOG.warnf("event %d of webhook %d: %s", claim.number(), claim.webhookId(), e);
        } finally {
            underWay(claim.webhookId()).decrementAndGet();
            all.decrementAndGet();
            results.more();
        }
    }

    /** What is sent, and where. */
    record Letter(String url, Map<String, String> headers, String body) {}

    /** What every attempt says. */
    record Payload(String type, Instant timestamp, Object data) {}

    private Letter letter(Handle handle, DeliveryStore.Claim claim) throws SQLException {
        var webhook = WebhookStore.find(handle, claim.webhookId()).orElseThrow();
        var event = events.after(handle.getConnection(), claim.number() - 1, 1)
                .events()
                .getFirst()
                .body();
        return letter(handle, webhook, "evt_" + claim.number() + "_" + webhook.id(), claim.seconds(), payload(event));
    }

    private static Payload payload(EventBody event) {
        return new Payload(event.type(), event.at(), event);
    }

    /** Signed with each secret in force; the id is the same however often it is sent. */
    Letter letter(Handle handle, Webhook webhook, String id, long seconds, Payload payload) {
        var body = text(payload);
        var sealed = WebhookStore.secrets(handle, webhook.id())
                .orElseThrow(() -> Problem.notFound("webhook").exception());
        var keys = new ArrayList<>(List.of(secrets.open(webhook.id(), sealed.secret())));
        if (sealed.old() != null) {
            keys.add(secrets.open(webhook.id(), sealed.old()));
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Jari");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", Signature.of(id, seconds, body, keys));
        return new Letter(webhook.url(), headers, body);
    }

    private String text(Payload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is JSON", e);
        }
    }

    private static String settle(Handle handle, DeliveryStore.Claim claim, Receivers.Answer answer) {
        if (WebhookStore.lock(handle, claim.webhookId()).isEmpty()) {
            return "failed"; // deleted meanwhile
        }
        if (answer.isAccepted()) {
            DeliveryStore.end(handle, claim, answer, true);
            return "delivered";
        }
        if (answer.isGone()) {
            WebhookStore.disable(handle, claim.webhookId(), "gone", null);
        }
        var pause = Backoff.after(
                claim.tries(), answer.retryAfter(), ThreadLocalRandom.current().nextDouble());
        if (!answer.isGone() && DeliveryStore.again(handle, claim, answer, pause)) {
            return "failed";
        }
        return DeliveryStore.end(handle, claim, answer, false) ? "given_up" : "failed";
    }
}
