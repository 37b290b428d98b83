package io.jari.queue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.jari.concert.Dates;
import io.jari.queue.QueueBodies.QueueBody;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What everybody is told of a date's queue, at most a second old: for pages that many open at one moment. */
@Singleton
public final class QueueNotices {
    private static final Duration LIFE = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final LoadingCache<Integer, Optional<Notice>> notices;

    QueueNotices(QueueLookup lookup, Dates dates) {
        notices = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(MOST)
                .build(dateId -> lookup.find(dateId).map(queue -> Notice.of(dates.concert(dateId), queue)));
    }

    /** @param version of the settings, that {@link io.jari.http.Versions} makes the tag of */
    record Notice(OptionalInt concertId, QueueBody body, int version) {
        static Notice of(OptionalInt concertId, QueueRow queue) {
            return new Notice(concertId, QueueBody.of(queue), queue.settingsVersion());
        }
    }

    /** Empty where there never was a queue. May block. */
    public Optional<QueueBody> of(int dateId) {
        return withVersion(dateId).map(Notice::body);
    }

    Optional<Notice> withVersion(int dateId) {
        return notices.get(dateId);
    }
}
