package io.jari.reconciliation;

import io.jari.payment.LogLine;
import io.jari.payment.ProviderLogs;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Providers' logs read on for somebody who waits; nothing is compared. Blocks for a few seconds at most: a log that can't be read in that
 * time is told as far as it was known before.
 */
@ApplicationScoped
public class FreshLogs {
    private static final Logger LOG = Logger.getLogger(FreshLogs.class);
    private static final long LIMIT_SECONDS = 5;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final ProviderLogs logs;
    private final LogReading reading;
    private final LogStore store;
    private final OneAtATime lock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FreshLogs(ProviderLogs logs, LogReading reading, LogStore store, OneAtATime lock) {
        this.logs = logs;
        this.reading = reading;
        this.store = store;
        this.lock = lock;
    }

    /**
     * How far a provider's log is known.
     *
     * @param fresh whether its end was reached just now
     * @param readAt what had happened by then is in it; null: its end was never reached
     */
    public record Known(
            String provider, boolean fresh, @Nullable Instant readAt) {}

    /** Those of these providers that keep a log, as far as they could be read. */
    public List<Known> read(Collection<String> names) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        var readings = new LinkedHashMap<String, CompletableFuture<Boolean>>();
        for (var name : names) {
            if (logs.names().contains(name)) {
                readings.put(name, CompletableFuture.supplyAsync(() -> read(name, until), threads));
            }
        }
        var known = new ArrayList<Known>();
        readings.forEach((name, reading) -> {
            var fresh = inTime(reading, until);
            known.add(new Known(name, fresh, store.position(name).readAt()));
        });
        return known;
    }

    /** A comparison that is under way reads it, too; this one only waits its turn. */
    private boolean read(String provider, long untilNanos) {
        while (System.nanoTime() < untilNanos) {
            var read = lock.tried(provider, () -> reading.read(provider).failure() == null);
            if (read.isPresent()) {
                return read.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    private static boolean inTime(CompletableFuture<Boolean> reading, long untilNanos) {
        try {
            return reading.get(Math.max(0, untilNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("a log is not read for now: %s", e.toString());
            return false;
        }
    }

    /** A provider's lines that carry one of these references, in order, as far as its log is known. */
    public List<LogLine> of(String provider, Collection<String> references) {
        return store.of(provider, references);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
