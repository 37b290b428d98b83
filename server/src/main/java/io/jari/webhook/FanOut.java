package io.jari.webhook;

import io.jari.event.EventReader;
import io.jari.event.EventTail;
import io.jari.event.OfferedEvents;
import io.jari.event.OfferedEvents.Offered;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes down whom to tell of what. The place in the feed moves in the same transaction: each event is written down once. */
final class FanOut {
    /** Deliveries of one webhook that have not ended. One more, and it is switched off, and says so. */
    static final int MOST_PENDING = 100_000;

    /** Numbers looked at in one transaction. */
    private static final int NUMBERS = 2_000;

    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Jdbi jdbi;
    private final OfferedEvents events;
    private final EventTail tail;
    private final int mostPending;
    private final EventReader place = new EventReader("webhooks");
    private volatile boolean wanted = true;
    private long seen = -1;
    private long looked = System.nanoTime();

    FanOut(Jdbi jdbi, OfferedEvents events, EventTail tail, int mostPending) {
        this.jdbi = jdbi;
        this.events = events;
        this.tail = tail;
        this.mostPending = mostPending;
    }

    /** There is something to be sent again. */
    void look() {
        wanted = true;
    }

    /** Once: whether there may be more to do at once. */
    boolean turn() throws SQLException {
        var last = tail.last();
        if (last <= seen && !wanted && System.nanoTime() - looked < LOOK_NANOS) {
            return false;
        }
        wanted = false;
        looked = System.nanoTime();
        var moreNews = jdbi.inTransaction(this::news);
        var moreReplays = jdbi.inTransaction(this::replay);
        if (!moreNews) {
            seen = last;
        }
        return moreNews || moreReplays;
    }

    private boolean news(Handle handle) throws SQLException {
        var connection = handle.getConnection();
        place.begin(connection);
        var after = place.lock(connection);
        if (after.isEmpty()) {
            return false;
        }
        var found = events.after(connection, after.getAsLong(), NUMBERS);
        if (!found.events().isEmpty()) {
            for (var webhook : WebhookStore.lockEnabled(handle)) {
                add(handle, webhook, found.events());
            }
        }
        if (found.upto() > after.getAsLong()) {
            place.moveTo(connection, found.upto());
        }
        return found.upto() < found.last();
    }

    private void add(Handle handle, Webhook webhook, List<Offered> offered) {
        var wants = offered.stream().filter(webhook::wants).toList();
        if (wants.isEmpty()) {
            return;
        }
        if (webhook.pending() + wants.size() > mostPending) {
            WebhookStore.disable(
                    handle,
                    webhook.id(),
                    "too-many-pending",
                    wants.getFirst().body().number() - 1);
        } else {
            DeliveryStore.add(handle, webhook.id(), batch(wants));
        }
    }

    private boolean replay(Handle handle) throws SQLException {
        var replaying = WebhookStore.lockReplaying(handle, mostPending / 2);
        if (replaying.isEmpty()) {
            return false;
        }
        var webhook = replaying.get();
        var replay = WebhookStore.replayOf(handle, webhook.id());
        var numbers = (int) Math.min(NUMBERS, replay.until() - replay.after());
        var found = events.after(handle.getConnection(), replay.after(), numbers);
        var wants = found.events().stream().filter(webhook::wants).toList();
        if (!wants.isEmpty()) {
            DeliveryStore.add(handle, webhook.id(), batch(wants));
        }
        WebhookStore.replay(handle, webhook.id(), new WebhookStore.Replay(replay.after() + numbers, replay.until()));
        return true;
    }

    private static DeliveryStore.Batch batch(List<Offered> events) {
        return new DeliveryStore.Batch(
                events.stream().map(e -> e.body().number()).toList(),
                events.stream().map(e -> e.body().subject()).toList(),
                events.stream().map(e -> e.body().type()).toList());
    }
}
