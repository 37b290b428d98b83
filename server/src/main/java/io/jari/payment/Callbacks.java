package io.jari.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.core.payment.PaymentEvent;
import io.jari.http.Problem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What providers tell unasked. A callback is a hint: it makes us ask the provider now instead of later. So it may come in any order, any
 * number of times, or never.
 */
@ApplicationScoped
public class Callbacks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ID = 200;
    /** As long as somebody may ask what was told of a payment. What is signed again is heard again, and changes nothing. */
    private static final int DAYS_KEPT = 400;

    private static final int PART = 10_000;

    private final Providers providers;
    private final Subjects subjects;
    private final PaymentStore store;
    private final PaymentWork work;
    private final PaymentGuards guards;
    private final Map<String, CallbackSignature> signatures = new ConcurrentHashMap<>();

    Callbacks(Providers providers, Subjects subjects, PaymentStore store, PaymentWork work, PaymentSettings settings) {
        this.providers = providers;
        this.subjects = subjects;
        this.store = store;
        this.work = work;
        this.guards = PaymentGuards.without(settings.guardsOff());
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        while (store.forget(DAYS_KEPT, PART) == PART) {
            // the next ones
        }
    }

    /** Throws a problem for what the provider did not sign. */
    void received(String providerName, String id, String timestamp, String signature, byte[] body) {
        var provider = providers
                .http(providerName)
                .orElseThrow(() -> Problem.notFound("provider").exception());
        var signed = signatures.computeIfAbsent(
                providerName, _ -> new CallbackSignature(provider.entry().secret()));
        if (id.length() > LONGEST_ID || !signed.signs(id, timestamp, signature, body, Instant.now())) {
            throw Problem.of(401, "bad-signature", "Not signed by this provider")
                    .detail("Or signed more than five minutes ago.")
                    .exception();
        }
        var event = read(body);
        var data = event.path("data");
        var reference = data.path("reference").asText();
        var type = event.path("type").asText();
        var fresh = store.note(providerName, id, reference, type);
        if (fresh || !guards.once()) {
            act(reference, type, data);
        }
    }

    private void act(String reference, String type, JsonNode data) {
        if (!(Reference.parse(reference).orElse(null) instanceof Reference.OfAttempt(String subject, int n))) {
            return; // a refund's: it is asked for until it is done
        }
        subjects.key(subject).ifPresent(key -> {
            if (guards.ask() && type.equals("checkout.captured") && hasEndedInVain(key, n)) {
                var _ = work.late(key, n, data.path("checkout").asText());
            } else if (guards.ask()) {
                work.at(key, n);
            } else {
                believe(key, n, type, data);
            }
        });
    }

    private boolean hasEndedInVain(PaymentKey key, int n) {
        return store.find(key)
                .flatMap(stored -> stored.payment().attempt(n))
                .filter(attempt -> !attempt.isOpen() && !attempt.isCaptured())
                .isPresent();
    }

    /** What a test does that must see why nobody should. */
    private void believe(PaymentKey key, int n, String type, JsonNode data) {
        var checkout = data.path("checkout").asText();
        switch (type) {
            case "checkout.captured" ->
                submit(key, new PaymentEvent.Captured(n, data.path("amount").asLong(), checkout, null, guards.once()));
            case "checkout.failed", "checkout.closed", "checkout.expired" ->
                submit(key, new PaymentEvent.Ended(n, false, "told"));
            default -> work.at(key, n);
        }
    }

    private void submit(PaymentKey key, PaymentEvent event) {
        subjects.submit(key, event, "system").join();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Problem.invalid("/", "is no JSON").exception();
        }
    }
}
