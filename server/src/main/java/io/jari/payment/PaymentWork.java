package io.jari.payment;

import io.jari.payment.DueStore.Due;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sees to payments and refunds that are due, at each provider as many at once as it may have. Every process does so; each takes what
 * no other has taken. What fails is put off, longer each time, and never given up.
 */
@ApplicationScoped
public class PaymentWork {
    private static final Logger LOG = Logger.getLogger(PaymentWork.class);
    private static final long PAUSE_MILLIS = 250;
    private static final long LONGEST_MILLIS = 60_000;
    /** A guest who pays is asked about this often; a callback comes sooner. */
    private static final long ASK_MILLIS = 20_000;

    private final DueStore store;
    private final Providers providers;
    private final PaymentSaga saga;
    private final MeterRegistry metrics;
    private final int leaseMillis;
    private final PaymentGuards guards;
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore wake = new Semaphore(0);
    private final Thread sweeper =
            Thread.ofPlatform().daemon().name("payment-work").unstarted(this::sweep);

    PaymentWork(
            DueStore store, Providers providers, PaymentSaga saga, MeterRegistry metrics, PaymentSettings settings) {
        this.store = store;
        this.providers = providers;
        this.saga = saga;
        this.metrics = metrics;
        this.leaseMillis = settings.leaseMillis();
        this.guards = PaymentGuards.without(settings.guardsOff());
    }

    void start(@Observes StartupEvent event) {
        sweeper.start();
    }

    /** Sees to an attempt now: its provider or guest told of it. */
    void at(PaymentKey key, int n) {
        var _ = turn(key, n);
    }

    /** The same, complete when that was done or left to the sweeper. */
    CompletableFuture<Void> turn(PaymentKey key, int n) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        store.provider(key, n).flatMap(providers::gate).ifPresent(gate -> {
                            if (gate.tryEnter()) {
                                now(gate, key, n);
                            } else {
                                store.hasten(key, n);
                            }
                        });
                    } catch (RuntimeException e) {
                        LOG.debugf("%s is seen to later: %s", key, e.getMessage());
                    }
                },
                turns);
    }

    private void now(Gate gate, PaymentKey key, int n) {
        var due = Optional.<Due>empty();
        try {
            due = store.attempt(key, n, leaseMillis, !guards.once());
        } finally {
            if (due.isEmpty()) {
                gate.leave();
            }
        }
        due.ifPresent(d -> run(gate, d));
    }

    private void sweep() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var taken = 0;
                for (var gate : providers.gates()) {
                    taken += take(gate);
                }
                if (taken == 0) {
                    var _ = wake.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("payments wait for the database: %s", e.getMessage());
                wait(1_000);
            }
        }
    }

    private static void wait(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int take(Gate gate) {
        var free = gate.free();
        if (free == 0) {
            return 0;
        }
        var name = gate.provider().name();
        var attempts = store.attempts(name, free, leaseMillis);
        var refunds =
                attempts.size() == free ? List.<Due>of() : store.refunds(name, free - attempts.size(), leaseMillis);
        attempts.forEach(due -> begin(gate, due));
        refunds.forEach(due -> begin(gate, due));
        return attempts.size() + refunds.size();
    }

    private void begin(Gate gate, Due due) {
        gate.enter();
        turns.execute(() -> run(gate, due));
    }

    private void run(Gate gate, Due due) {
        try {
            saga.turn(gate, due);
            gate.answered(true);
            later(due, ASK_MILLIS);
        } catch (ProviderFailure failure) {
            gate.answered(failure.isRefused());
            metrics.counter(
                            "jari.payment.failed.calls",
                            "provider",
                            gate.provider().name())
                    .increment();
            LOG.debugf("%s: %s", due.key().subject(), failure.getMessage());
            later(due, backoff(due.tries()));
        } catch (PaymentSaga.NotRecorded e) {
            LOG.debug(e.getMessage());
            later(due, backoff(due.tries()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "payment of %s", due.key().subject());
            later(due, LONGEST_MILLIS);
        } finally {
            gate.leave();
            wake.release();
        }
    }

    /** What has ended is due no more, and this does nothing. */
    private void later(Due due, long millis) {
        try {
            store.putOff(due, millis);
        } catch (RuntimeException e) {
            LOG.debugf("%s stays leased: %s", due.key().subject(), e.getMessage());
        }
    }

    /** Twice as long each time, up to a minute, between half and all of it. */
    private static long backoff(int tries) {
        var most = Math.min(LONGEST_MILLIS, 500L << Math.min(tries, 10));
        return ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    }

    @PreDestroy
    void close() {
        sweeper.interrupt();
        turns.shutdownNow();
    }
}
