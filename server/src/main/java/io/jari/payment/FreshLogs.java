package io.jari.payment;

import io.jari.payment.TimelineBodies.LogBody;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Providers' logs read on for somebody who waits, within a few seconds; nothing is compared. */
@ApplicationScoped
class FreshLogs {
    private static final Logger LOG = Logger.getLogger(FreshLogs.class);
    private static final long LIMIT_SECONDS = 5;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Providers providers;
    private final LogReading reading;
    private final LogStore store;
    private final OneAtATime lock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FreshLogs(Providers providers, LogReading reading, LogStore store, OneAtATime lock) {
        this.providers = providers;
        this.reading = reading;
        this.store = store;
        this.lock = lock;
    }

    /** Those of these providers that keep a log, as far as they could be read. */
    List<LogBody> read(Collection<String> names) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        var readings = new LinkedHashMap<String, CompletableFuture<Boolean>>();
        for (var name : names) {
            providers
                    .http(name)
                    .ifPresent(p -> readings.put(name, CompletableFuture.supplyAsync(() -> read(p, until), threads)));
        }
        var logs = new ArrayList<LogBody>();
        readings.forEach((name, reading) -> {
            var fresh = inTime(reading, until);
            logs.add(new LogBody(name, fresh, store.position(name).readAt()));
        });
        return logs;
    }

    /** A comparison that is under way reads it, too; this one only waits its turn. */
    private boolean read(HttpProvider provider, long untilNanos) {
        while (System.nanoTime() < untilNanos) {
            var read = lock.tried(provider.name(), () -> reading.read(provider).failure() == null);
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

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
