package io.jari.reconciliation;

import io.jari.payment.PaymentBooks;
import io.jari.payment.ProviderLogs;
import io.jari.reconciliation.Reconciliation.Result;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** When providers' logs are compared: every process tries, for each provider one at a time does, and not more often than set. */
@ApplicationScoped
class Reconciliations {
    private static final Logger LOG = Logger.getLogger(Reconciliations.class);
    private static final String ENDINGS = "endings";
    private static final int LOOKS = 10;
    private static final int LONGEST_LOOK_SECONDS = 30;
    private static final int WAITS = 200;
    private static final long WAIT_NANOS = 100_000_000L;

    private final ProviderLogs logs;
    private final PaymentBooks books;
    private final Reconciliation reconciliation;
    private final OneAtATime lock;
    private final LogStore log;
    private final DifferenceStore differences;
    private final Duration between;
    private final Map<String, Standing> standing = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reconciliation").factory());
    private long endingsNanos;
    private boolean failing;

    /** As last read, for those who watch. */
    private record Standing(int differences, Instant since) {}

    Reconciliations(
            ProviderLogs logs,
            PaymentBooks books,
            Reconciliation reconciliation,
            OneAtATime lock,
            LogStore log,
            DifferenceStore differences,
            ReconciliationSettings settings,
            MeterRegistry metrics) {
        this.logs = logs;
        this.books = books;
        this.reconciliation = reconciliation;
        this.lock = lock;
        this.log = log;
        this.differences = differences;
        this.between = Duration.ofSeconds(settings.reconcileSeconds());
        this.endingsNanos = System.nanoTime() - between.toNanos();
        logs.names().forEach(provider -> watch(provider, metrics));
    }

    private void watch(String provider, MeterRegistry metrics) {
        var begun = Instant.now();
        standing.put(provider, new Standing(0, begun));
        Gauge.builder("jari.payment.differences", standing, s -> at(provider).differences)
                .description("between a provider's log and our payments, not yet explained or settled")
                .tag("provider", provider)
                .register(metrics);
        Gauge.builder("jari.payment.compared.age", standing, s -> age(provider))
                .description("since a provider's log was last read to its end and compared")
                .baseUnit("seconds")
                .tag("provider", provider)
                .register(metrics);
    }

    private Standing at(String provider) {
        return Objects.requireNonNull(standing.get(provider));
    }

    private double age(String provider) {
        return Duration.between(at(provider).since, Instant.now()).toMillis() / 1e3;
    }

    void start(@Observes StartupEvent event) {
        if (between.isPositive()) {
            var pause = Math.clamp(between.toSeconds() / LOOKS, 1, LONGEST_LOOK_SECONDS);
            var _ = thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.SECONDS);
        }
    }

    /** Runs what is due. */
    private void look() {
        try {
            for (var provider : logs.names()) {
                if (due(provider)) {
                    lock.tried(provider, () -> runIfDue(provider));
                }
            }
            if (System.nanoTime() - endingsNanos >= between.toNanos()) {
                lock.tried(ENDINGS, this::endings);
                endingsNanos = System.nanoTime();
            }
            failing = false;
        } catch (Throwable e) { // whatever it was: what throws is never run again
            if (!failing && !thread.isShutdown()) {
                LOG.warnf("payments are not compared for now: %s", e);
            }
            failing = true;
        }
    }

    /** Also asked under the lock: another process may just have done it. Reads how things stand, too. */
    private boolean due(String provider) {
        var position = log.position(provider);
        var last = position.comparedAt();
        var age = last == null ? null : Duration.between(last, position.now());
        if (age != null) {
            standing.put(
                    provider,
                    new Standing(differences.standing(provider), Instant.now().minus(age)));
        }
        return age == null || age.isNegative() || age.compareTo(between) >= 0;
    }

    private boolean runIfDue(String provider) {
        return due(provider) && run(provider, false).failure() == null;
    }

    /** What is wrong with one provider keeps no other from being compared. */
    private Result run(String provider, boolean whole) {
        Result result;
        try {
            result = reconciliation.run(provider, whole);
        } catch (RuntimeException e) {
            LOG.debugf(e, "comparing %s", provider);
            result = new Result(provider, 0, 0, 0, differences.standing(provider), String.valueOf(e.getMessage()));
        }
        if (result.failure() != null) {
            LOG.warnf("the log of %s was not read to its end: %s", result.provider(), result.failure());
        }
        due(provider);
        return result;
    }

    private boolean endings() {
        reconciliation.endings(books.overdue(), books.providers());
        return true;
    }

    /** Everything, now; waits a while for a process that is at it. Blocks. */
    List<Result> now() {
        var results = new ArrayList<Result>();
        for (var provider : logs.names()) {
            results.add(waiting(() -> lock.tried(provider, () -> run(provider, true)))
                    .orElseGet(() -> busy(provider)));
        }
        var _ = waiting(() -> lock.tried(ENDINGS, this::endings));
        return results;
    }

    private Result busy(String provider) {
        return new Result(provider, 0, 0, 0, differences.standing(provider), "another comparison is under way");
    }

    private static <T> Optional<T> waiting(Supplier<Optional<T>> work) {
        var done = work.get();
        for (var tried = 1; done.isEmpty() && tried < WAITS; tried++) {
            LockSupport.parkNanos(WAIT_NANOS);
            done = work.get();
        }
        return done;
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
