package io.jari.booking;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.db.ClockMoved;
import io.jari.rate.Tariff;
import io.jari.rate.Tariffs;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The stock of the hotels asked for, in memory: bounded, at most a second old, following the database by versions. It answers what is
 * free; what is sold is decided in the database.
 */
@ApplicationScoped
public class Availability {
    private static final Logger LOG = Logger.getLogger(Availability.class);
    private static final long POLL_MILLIS = 200;
    private final DataSource dataSource;
    private final Tariffs tariffs;
    private final AsyncLoadingCache<Integer, Stock> hotels;
    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("availability").factory());

    /** A hotel's stock and the tariff in force. */
    record Stock(HotelNights nights, Tariff tariff) {}

    /**
     * @param cacheBytes how much memory the stock of hotels may take
     * @param strategy textbook strategies raise no versions, so under them stock is read again every second
     */
    public Availability(
            DataSource dataSource,
            Tariffs tariffs,
            @ConfigProperty(name = "jari.availability.bytes", defaultValue = "100000000") long cacheBytes,
            @ConfigProperty(name = "jari.booking.strategy", defaultValue = "group-commit") String strategy) {
        this.dataSource = dataSource;
        this.tariffs = tariffs;
        var builder = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Integer _, Stock stock) -> stock.nights().bytes())
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (strategy.equals("group-commit")) {
            builder.expireAfterAccess(Duration.ofHours(1));
        } else {
            builder.expireAfterWrite(Duration.ofSeconds(1));
        }
        this.hotels = builder.buildAsync(loader());
        var _ = follower.scheduleWithFixedDelay(this::follow, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The hotel's stock, at once when it is in memory; empty when there is no such hotel. */
    CompletableFuture<Optional<Stock>> of(int hotelId) {
        return hotels.get(hotelId).thenApply(Optional::ofNullable);
    }

    /** What is in memory of the hotel; null: nothing. */
    @Nullable
    Stock known(int hotelId) {
        return hotels.synchronous().getIfPresent(hotelId);
    }

    /** Caffeine takes null for what is not there. */
    @SuppressWarnings("NullAway")
    private CacheLoader<Integer, Stock> loader() {
        return this::load;
    }

    /** What is not there is not remembered: it may be made any time. */
    private @Nullable Stock load(Integer hotelId) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var read = AvailabilityStore.read(connection, hotelId);
            return read.isEmpty()
                    ? null
                    : new Stock(
                            read.get().nights(),
                            tariffs.at(connection, hotelId, read.get().ratesVersion()));
        }
    }

    /** Horizon and past nights move with the clock. */
    void clockMoved(@Observes @Priority(3) ClockMoved moved) throws InterruptedException, ExecutionException {
        follower.submit(this::follow).get();
    }

    private void follow() {
        try {
            var watched = new ArrayList<>(hotels.synchronous().asMap().entrySet());
            if (watched.isEmpty()) {
                return;
            }
            var ids = watched.stream().mapToInt(Map.Entry::getKey).toArray();
            var versions = watched.stream()
                    .mapToLong(e -> e.getValue().nights().version())
                    .toArray();
            try (var connection = dataSource.getConnection()) {
                AvailabilityStore.since(connection, ids, versions).forEach(this::step);
            }
        } catch (Throwable e) { // whatever it was: what throws is never run again
            LOG.debugf("cannot follow the stock: %s", e);
        }
    }

    private void step(AvailabilityStore.Step step) {
        var stock = hotels.synchronous().getIfPresent(step.hotelId());
        if (stock == null) {
            return;
        }
        var rows = step.rows();
        if (rows == null || step.ratesVersion() != stock.tariff().ratesVersion()) {
            hotels.synchronous().invalidate(step.hotelId());
        } else {
            stock.nights().follow(step.version(), rows);
        }
    }

    @PreDestroy
    void close() {
        follower.shutdownNow();
    }
}
