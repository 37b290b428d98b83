package io.jari.payment;

import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.round.Rounds;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Those who wait for a payment to change: one query five times a second asks the versions of all that are waited for. */
@ApplicationScoped
class PaymentWatch {
    private static final long POLL_MILLIS = 200;
    private static final int MOST_WATCHED = 20_000;

    private final PaymentStore store;
    private final Map<PaymentKey, Set<Waiting>> waiting = new ConcurrentHashMap<>();
    private final Rounds polls =
            new Rounds("payment-watch", "payments are not followed for now", POLL_MILLIS, this::look);

    PaymentWatch(PaymentStore store) {
        this.store = store;
        polls.start();
    }

    private record Waiting(long known, CompletableFuture<Long> changed) {}

    /**
     * Reads again after each change until it is as wanted or the time is over. Meant for virtual threads.
     *
     * @param known the version that is no change
     */
    PaymentBody await(
            PaymentKey key, long millis, long known, Supplier<PaymentBody> read, Predicate<PaymentBody> wanted) {
        var untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        var seen = known;
        while (true) {
            var now = read.get();
            seen = Math.max(seen, now.version());
            var left = untilNanos - System.nanoTime();
            if (wanted.test(now) || left <= 0 || waiting.size() > MOST_WATCHED || !changes(key, seen, left)) {
                return wanted.test(now) ? now : read.get();
            }
        }
    }

    private boolean changes(PaymentKey key, long known, long leftNanos) {
        var mine = new Waiting(known, new CompletableFuture<>());
        waiting.compute(key, (_, others) -> {
            var all = others == null ? ConcurrentHashMap.<Waiting>newKeySet() : others;
            all.add(mine);
            return all;
        });
        try {
            var _ = mine.changed.get(leftNanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.computeIfPresent(key, (_, all) -> {
                all.remove(mine);
                return all.isEmpty() ? null : all;
            });
        }
    }

    private boolean look() {
        if (!waiting.isEmpty()) {
            store.versions(Set.copyOf(waiting.keySet()))
                    .forEach((key, version) -> waiting.getOrDefault(key, Set.of()).stream()
                            .filter(w -> version > w.known)
                            .forEach(w -> w.changed.complete(version)));
        }
        return false;
    }

    @PreDestroy
    void close() {
        polls.close();
    }
}
