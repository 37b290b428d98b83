package io.jari.queue;

import io.jari.core.queue.Joiner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was read of a queue under its lock. */
final class QueueRead {
    private @Nullable QueueRow row;
    private Instant now = Instant.EPOCH;
    private long version;
    private int inside;
    private boolean timeIsFair;
    private final NavigableMap<Long, StepRow> steps = new TreeMap<>();
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Joiner, Long> ofJoiner = new HashMap<>();
    private final Map<Long, Long> ofAccount = new HashMap<>();
    private final List<Place> expired = new ArrayList<>();

    void row(QueueRow queue) {
        row = queue;
    }

    void at(Instant time, long next) {
        now = time;
        version = next;
    }

    void timeIsFair(boolean fair) {
        timeIsFair = fair;
    }

    void inside(int count) {
        inside = count;
    }

    void step(StepRow step) {
        steps.put(step.first(), step);
    }

    /** Whatever place was found is also the one that its joiner and its account have, unless another was taken in its stead. */
    void place(Place place) {
        places.put(place.ticket(), place);
        if (!place.over()) {
            ofJoiner.put(place.joiner(), place.ticket());
            if (place.accountId() != null) {
                ofAccount.put(place.accountId(), place.ticket());
            }
        }
    }

    void expired(Place place) {
        place(place);
        expired.add(place);
    }

    /** Null: there is no queue. */
    @Nullable
    QueueRow row() {
        return row;
    }

    QueueRow queue() {
        return Objects.requireNonNull(row);
    }

    Instant now() {
        return now;
    }

    long version() {
        return version;
    }

    /** Whether nobody can have missed a time by an outage that was not made up for yet. */
    boolean timeIsFair() {
        return timeIsFair;
    }

    /** Good passes, counted; only where that was asked. */
    int inside() {
        return inside;
    }

    /** Open ones, by their first rank. */
    NavigableMap<Long, StepRow> steps() {
        return steps;
    }

    @Nullable
    Place place(long ticket) {
        return places.get(ticket);
    }

    @Nullable
    Place of(Joiner joiner) {
        var ticket = ofJoiner.get(joiner);
        return ticket == null ? null : place(ticket);
    }

    @Nullable
    Place of(long accountId) {
        var ticket = ofAccount.get(accountId);
        return ticket == null ? null : place(ticket);
    }

    /** A place that is over is nobody's any more. */
    void release(Place place) {
        ofJoiner.remove(place.joiner(), place.ticket());
        if (place.accountId() != null) {
            ofAccount.remove(place.accountId(), place.ticket());
        }
    }

    /** Those whose passes are over, and nobody has said so yet; only where that was asked. */
    List<Place> expired() {
        return expired;
    }
}
