package io.jari.payment;

import io.jari.core.payment.Attempt;
import io.jari.payment.DueStore.Due;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sees to payments and refunds that are due, at each provider as many at once as it may have. Every process does so; each takes what
 * no other has taken. What fails is put off, longer each time, and never given up.
 */
@ApplicationScoped
public class PaymentWork implements Glance {
    private static final Logger LOG = Logger.getLogger(PaymentWork.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    /** A guest who pays is asked about this often at first, and after some times half as often each time; a callback comes sooner. */
    private static final long ASK_MILLIS = 20_000;

    private static final int ASKED_OFTEN = 3;
    private static final long LONGEST_ASK_MILLIS = 300_000;

    private final DueStore store;
    private final Providers providers;
    private final PaymentSaga saga;
    private final MeterRegistry metrics;
    private final int leaseMillis;
    private final long longestPauseMillis;
    private final PaymentGuards guards;
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private final Rounds sweeps =
            new Rounds("payment-work", "payments wait for the database", AT_LATEST_MILLIS, this::sweep);

    PaymentWork(
            DueStore store, Providers providers, PaymentSaga saga, MeterRegistry metrics, PaymentSettings settings) {
        this.store = store;
        this.providers = providers;
        this.saga = saga;
        this.metrics = metrics;
        this.leaseMillis = settings.leaseMillis();
        this.longestPauseMillis = settings.longestPauseMillis();
        this.guards = PaymentGuards.without(settings.guardsOff());
    }

    void start(@Observes StartupEvent event) {
        sweeps.start();
    }

    @Override
    public String condition() {
        return DueStore.anyDue(providers.names());
    }

    @Override
    public void wake() {
        sweeps.wake();
    }

    /** Sees to an attempt now: its provider or guest told of it. */
    void at(PaymentKey key, int n) {
        var _ = turn(key, n, () -> store.provider(key, n));
    }

    void at(PaymentKey key, Attempt attempt) {
        var _ = turn(key, attempt.n(), attempt.provider());
    }

    /** The same; once it was done, tells so. False where somebody else is at it, or will be. */
    CompletableFuture<Boolean> turn(PaymentKey key, int n, String provider) {
        return turn(key, n, () -> Optional.of(provider));
    }

    private CompletableFuture<Boolean> turn(PaymentKey key, int n, Supplier<Optional<String>> provider) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return provider.get()
                                .flatMap(providers::gate)
                                .map(gate -> now(gate, key, n))
                                .orElse(false);
                    } catch (RuntimeException e) {
                        LOG.debugf("%s is seen to later: %s", key, e.getMessage());
                        return false;
                    }
                },
                turns);
    }

    private boolean now(Gate gate, PaymentKey key, int n) {
        try (var call = gate.atOnce()) {
            var due = call == null ? Optional.<Due>empty() : store.attempt(key, n, leaseMillis, !guards.once());
            due.ifPresent(taken -> see(gate, taken));
            if (due.isEmpty()) {
                store.hasten(key, n, leaseMillis);
            }
            return due.isPresent();
        } finally {
            sweeps.wake();
        }
    }

    /** Asks about money that a provider's log tells of, also where the attempt has ended here; complete when that was done. */
    CompletableFuture<Void> late(PaymentKey key, int n, String checkout) {
        return CompletableFuture.runAsync(
                () -> store.look(key, n)
                        .ifPresent(due ->
                                providers.gate(due.attempt().provider()).ifPresent(gate -> late(gate, due, checkout))),
                turns);
    }

    private void late(Gate gate, Due due, String checkout) {
        try (var _ = gate.awaited()) {
            saga.late(gate, due, checkout);
            gate.answered(true);
        } catch (ProviderFailure failure) {
            gate.answered(failure.isRefused());
            LOG.debugf("%s: %s", due.key().subject(), failure.getMessage());
        } catch (PaymentSaga.NotRecorded e) {
            LOG.debug(e.getMessage());
        }
    }

    private boolean sweep() {
        var taken = 0;
        for (var name : store.withDue(providers.names())) {
            var gate = providers.gate(name).orElseThrow();
            taken += gate.shares().of(gate.free(), (line, most) -> take(gate, line, most));
        }
        return taken > 0;
    }

    private int take(Gate gate, FairShare.Line line, int most) {
        var taken = store.take(line, gate.provider().name(), most, leaseMillis);
        taken.forEach(due -> begin(gate, due));
        return taken.size();
    }

    /** Never waits: the others would wait along with it. */
    private void begin(Gate gate, Due due) {
        var call = gate.inTurn();
        if (call == null) {
            store.giveBack(due);
            return;
        }
        turns.execute(() -> {
            try (call) {
                see(gate, due);
            } finally {
                sweeps.wake();
            }
        });
    }

    private void see(Gate gate, Due due) {
        try {
            saga.turn(gate, due);
            gate.answered(true);
            later(() -> store.putOffUnlessWanted(due, ask(due.tries())), due);
        } catch (ProviderFailure failure) {
            gate.answered(failure.isRefused());
            metrics.counter(
                            "jari.payment.failed.calls",
                            "provider",
                            gate.provider().name())
                    .increment();
            LOG.debugf("%s: %s", due.key().subject(), failure.getMessage());
            later(() -> store.putOff(due, backoff(due.tries())), due);
        } catch (PaymentSaga.NotRecorded e) {
            LOG.debug(e.getMessage());
            later(() -> store.putOff(due, backoff(due.tries())), due);
        } catch (RuntimeException e) {
            LOG.errorf(e, "payment of %s", due.key().subject());
            later(() -> store.putOff(due, longestPauseMillis), due);
        }
    }

    /** What has ended is due no more, and this does nothing. */
    private static void later(Runnable putOff, Due due) {
        try {
            putOff.run();
        } catch (RuntimeException e) {
            LOG.debugf("%s stays leased: %s", due.key().subject(), e.getMessage());
        }
    }

    private static long ask(int tries) {
        return Math.min(LONGEST_ASK_MILLIS, ASK_MILLIS << Math.clamp(tries - ASKED_OFTEN, 0, 10));
    }

    /** Twice as long each time, up to the longest, between half and all of it. */
    private long backoff(int tries) {
        var most = Math.min(longestPauseMillis, FIRST_PAUSE_MILLIS << Math.min(tries, 10));
        return ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    }

    @PreDestroy
    void close() {
        sweeps.close();
        turns.shutdownNow();
    }
}
