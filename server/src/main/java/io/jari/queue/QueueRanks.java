package io.jari.queue;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.core.queue.Draw;
import io.jari.core.queue.DrawnOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The orders of draws that stand, each computed once and kept for as long as there is room: four bytes a ticket. */
@ApplicationScoped
public class QueueRanks {
    /** 64 MB. */
    private static final long MOST_TICKETS = 16_000_000;

    private final AsyncCache<Key, DrawnOrder> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_TICKETS)
            .weigher((Key _, DrawnOrder order) -> 1 + order.count())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync();

    /** The key of the draw stands for its seed, root and public value, and the root for the list and its length. */
    private record Key(int dateId, String key) {}

    /**
     * At once where it is known, else when it has been computed, off the caller's thread. Whoever asks for the same meanwhile waits for
     * the same.
     *
     * @param publicValue null where no source was named
     * @param count of the tickets that took part, 0 to {@link Draw#MOST_TICKETS}
     */
    public CompletableFuture<DrawnOrder> of(
            int dateId, byte[] seed, byte[] root, @Nullable String publicValue, long count) {
        var key = HexFormat.of().formatHex(Draw.key(seed, root, publicValue));
        return cache.get(new Key(dateId, key), _ -> DrawnOrder.of(seed, root, publicValue, count));
    }
}
