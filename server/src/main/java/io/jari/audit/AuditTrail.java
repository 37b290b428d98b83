package io.jari.audit;

import io.jari.db.DatabaseClock;
import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The journal, newest first. All of it blocks. */
@ApplicationScoped
class AuditTrail {
    /** Nobody's export is endless: the rest is asked for with until. */
    static final int MOST_EXPORTED = 1_000_000;

    private static final int CHUNK = 1_000;

    /** The first span of time that is looked through for what concerns everybody; each further one is longer. */
    private static final Duration FIRST_SPAN = Duration.ofSeconds(30);

    private static final int LONGER = 8;
    private final AuditStore store;
    private final DatabaseClock clock;

    AuditTrail(AuditStore store, DatabaseClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is written, one after another. */
    interface Sink {
        void take(AuditEntry entry) throws IOException;
    }

    List<AuditEntry> page(Sight sight, AuditQuery query, AuditPlace before, int limit) {
        return switch (sight) {
            case Sight.All() -> ofAll(query, before, limit);
            case Sight.Of(var partitions) -> store.of(partitions, query, before, limit);
        };
    }

    /** All that matches, some at a time: memory holds no more than those. */
    void export(Sight sight, AuditQuery query, Sink sink) throws IOException {
        var place = AuditPlace.NEWEST;
        for (var written = 0; written < MOST_EXPORTED; ) {
            var chunk = page(sight, query, place, CHUNK);
            for (var entry : chunk) {
                sink.take(entry);
            }
            if (chunk.size() < CHUNK) {
                return;
            }
            written += chunk.size();
            place = chunk.getLast().place();
        }
    }

    /** A concert, its dates and the rooms where people wait for them. */
    List<Partition> ofConcert(int concertId) {
        var partitions = new ArrayList<Partition>();
        partitions.add(Partition.concert(concertId));
        for (var date : store.datesOf(concertId)) {
            partitions.add(Partition.date(date));
            partitions.add(Partition.queue(date));
        }
        return partitions;
    }

    /** Spans of time that grow as they go back: new entries are found at once, and old ones in few steps. */
    private List<AuditEntry> ofAll(AuditQuery query, AuditPlace before, int limit) {
        var found = new ArrayList<AuditEntry>();
        var end = earlier(query.end(), before.at().plusNanos(1_000));
        var span = FIRST_SPAN;
        for (var begin = earlier(end, clock.now()).minus(span); ; begin = end.minus(span)) {
            var last = !begin.isAfter(query.begin());
            var from = last ? query.begin() : begin;
            if (from.isBefore(end)) {
                found.addAll(store.within(from, end, query, before, limit - found.size()));
            }
            if (last || found.size() == limit) {
                return found;
            }
            end = from;
            span = span.multipliedBy(LONGER);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
