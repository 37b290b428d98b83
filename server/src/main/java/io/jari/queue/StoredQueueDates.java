package io.jari.queue;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Asks the database which dates have a waiting room, and remembers it for a moment. */
@Singleton
@DefaultBean
final class StoredQueueDates implements QueueDates {
    private static final Duration FRESH = Duration.ofMillis(200);
    private static final long MOST_DATES = 10_000;

    private final AsyncLoadingCache<Integer, Boolean> needing;

    StoredQueueDates(DataSource dataSource) {
        var store = new QueueDateStore(dataSource);
        this.needing = Caffeine.newBuilder()
                .maximumSize(MOST_DATES)
                .expireAfterWrite(FRESH)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(store::hasQueue);
    }

    @Override
    public CompletableFuture<Boolean> needsPass(int dateId) {
        return needing.get(dateId);
    }
}
