package io.jari.queue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.jari.queue.QueueBodies.QueueBody;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What everybody is told of a date's queue, at most a second old: for pages that many open at one moment. */
@Singleton
public final class QueueNotices {
    private static final Duration LIFE = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final LoadingCache<Integer, Optional<QueueBody>> notices;

    QueueNotices(QueueLookup lookup) {
        notices = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(MOST)
                .build(dateId -> lookup.find(dateId).map(QueueBody::of));
    }

    /** Empty where there never was a queue. May block. */
    public Optional<QueueBody> of(int dateId) {
        return notices.get(dateId);
    }
}
