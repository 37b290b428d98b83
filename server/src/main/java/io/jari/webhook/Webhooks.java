package io.jari.webhook;

import io.jari.account.Caller;
import io.jari.account.Scope;
import io.jari.db.Partition;
import io.jari.event.EventLog;
import io.jari.event.EventTypes;
import io.jari.http.Problem;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import io.jari.webhook.WebhookBodies.MadeBody;
import io.jari.webhook.WebhookBodies.SecretBody;
import io.jari.webhook.WebhookBodies.Wanted;
import io.jari.webhook.WebhookBodies.WebhookBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Webhooks: made, changed, rotated, replayed and deleted by staff, all of it journaled. */
@ApplicationScoped
public class Webhooks {
    /** In an installation. */
    static final int MOST = 200;

    private static final int OLD_HOURS = 24;

    private final Jdbi jdbi;
    private final Changes changes;
    private final WebhookSecrets secrets;
    private final Destinations destinations;
    private final Difference difference;
    private final EventLog log;

    public Webhooks(
            DataSource dataSource,
            Changes changes,
            WebhookSecrets secrets,
            Destinations destinations,
            Difference difference,
            EventLog log) {
        this.jdbi = Jdbi.create(dataSource);
        this.changes = changes;
        this.secrets = secrets;
        this.destinations = destinations;
        this.difference = difference;
        this.log = log;
    }

    /** What the journal says of one. An address may hold a password, and is not told but for its host. */
    private record Told(String host, List<String> types, String scope, boolean enabled) {}

    MadeBody make(Caller by, Wanted wanted) {
        check(wanted);
        return changes.first(partition(by, Scope.of(wanted.scope())), by.actor(), change -> {
            var handle = change.handle();
            if (WebhookStore.countLocked(handle) >= MOST) {
                throw Problem.of(409, "too-many-webhooks", "Too many webhooks")
                        .detail("There are %d, and no more may be. Delete one first.".formatted(MOST))
                        .exception();
            }
            var id = WebhookStore.nextId(handle);
            var secret = secrets.fresh();
            WebhookStore.insert(handle, id, wanted, secrets.seal(id, secret), change.now());
            change.journal("webhook.created", subject(id), difference.text(told(wanted)));
            return new MadeBody(
                    WebhookBody.of(WebhookStore.find(handle, id).orElseThrow()), WebhookSecrets.text(secret));
        });
    }

    List<Webhook> all() {
        return jdbi.withHandle(WebhookStore::all);
    }

    Webhook find(long id) {
        return jdbi.withHandle(handle -> WebhookStore.find(handle, id)).orElseThrow(Webhooks::unknown);
    }

    Webhook change(Caller by, long id, @Nullable String ifMatch, Wanted wanted) {
        check(wanted);
        return changing(by, id, (change, webhook) -> {
            Versions.require(ifMatch, webhook.version());
            WebhookStore.update(change.handle(), id, wanted);
            change.journal("webhook.changed", subject(id), difference.between(told(webhook), told(wanted)));
            return WebhookStore.find(change.handle(), id).orElseThrow();
        });
    }

    void delete(Caller by, long id) {
        changing(by, id, (change, webhook) -> {
            WebhookStore.delete(change.handle(), id);
            change.journal("webhook.deleted", subject(id), difference.text(told(webhook)));
            return true;
        });
    }

    SecretBody rotate(Caller by, long id) {
        return changing(by, id, (change, _) -> {
            var secret = secrets.fresh();
            WebhookStore.rotate(change.handle(), id, secrets.seal(id, secret), OLD_HOURS);
            change.journal("webhook.secret-rotated", subject(id), null);
            return new SecretBody(WebhookSecrets.text(secret), change.now().plus(Duration.ofHours(OLD_HOURS)));
        });
    }

    /** All that it wants of what follows a number, up to now, is sent again. */
    Webhook replay(Caller by, long id, long after) {
        var last = log.last();
        if (after > last) {
            throw Problem.invalid("/after", "is beyond the newest event, " + last)
                    .exception();
        }
        return changing(by, id, (change, webhook) -> {
            WebhookStore.replay(change.handle(), id, new WebhookStore.Replay(after, last));
            change.journal("webhook.replayed", subject(id), "{\"after\":" + after + ",\"until\":" + last + "}");
            return webhook;
        });
    }

    /** One that has ended is sent again; one that is due, at once. */
    Delivery replayOne(Caller by, long id, long number) {
        return changing(by, id, (change, _) -> {
            var handle = change.handle();
            var delivery = DeliveryStore.find(handle, id, number).orElseThrow(Webhooks::noDelivery);
            DeliveryStore.hurry(handle, id, number);
            DeliveryStore.add(
                    handle,
                    id,
                    new DeliveryStore.Batch(List.of(number), List.of(delivery.subject()), List.of(delivery.type())));
            change.journal("webhook.replayed", subject(id), "{\"number\":" + number + "}");
            return DeliveryStore.find(handle, id, number).orElseThrow();
        });
    }

    List<Delivery> deliveries(long id, List<String> states, long before, int limit) {
        return jdbi.withHandle(handle -> DeliveryStore.page(handle, id, states, before, limit));
    }

    /** The webhook's row is held from here on: whoever sends waits for that. */
    private <T> T changing(Caller by, long id, BiFunction<Change, Webhook, T> work) {
        return changes.first(
                partition(by, find(id).scope()),
                by.actor(),
                change -> work.apply(
                        change, WebhookStore.lock(change.handle(), id).orElseThrow(Webhooks::unknown)));
    }

    private void check(Wanted wanted) {
        destinations.url(wanted.url());
        for (var i = 0; i < wanted.types().size(); i++) {
            if (!EventTypes.isOffered(wanted.types().get(i))) {
                throw Problem.invalid("/types/" + i, "is no type of events; see GET /v1/events/types")
                        .exception();
            }
        }
        var scope = Scope.of(wanted.scope());
        if (scope.kind() != Scope.Kind.ALL && !exists(scope)) {
            throw Problem.invalid("/scope", "names nothing that there is").exception();
        }
    }

    private boolean exists(Scope scope) {
        var partition = scope.kind() == Scope.Kind.HOTEL ? Partition.hotel(scope.id()) : Partition.concert(scope.id());
        return jdbi.withHandle(handle -> WebhookStore.exists(handle, partition));
    }

    /** Where it is journaled: with what it is about, or with what else this person did. */
    private static Partition partition(Caller by, Scope scope) {
        return switch (scope.kind()) {
            case ALL -> by.partition();
            case HOTEL -> Partition.hotel(scope.id());
            case CONCERT -> Partition.concert(scope.id());
        };
    }

    private Told told(Wanted wanted) {
        return new Told(destinations.url(wanted.url()).host(), wanted.types(), wanted.scope(), wanted.enabled());
    }

    private static Told told(Webhook webhook) {
        return new Told(
                WebhookUrl.of(webhook.url(), true).host(),
                webhook.types(),
                webhook.scope().text(),
                webhook.enabled());
    }

    private static String subject(long id) {
        return "webhook:" + id;
    }

    private static Problem unknown() {
        return Problem.notFound("webhook").exception();
    }

    private static Problem noDelivery() {
        return Problem.notFound("delivery").exception();
    }
}
