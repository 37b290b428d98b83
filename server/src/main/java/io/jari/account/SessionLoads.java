package io.jari.account;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads sessions nobody has cached: one query at a time, a few milliseconds apart, for all who asked meanwhile. Who comes alone does not
 * wait; in a rush hundreds share a query.
 */
@ApplicationScoped
class SessionLoads {
    private static final int QUEUE = 20_000;
    private static final int BATCH = 500;
    private static final long APART_NANOS = 5_000_000;

    private final BlockingQueue<Load> queue = new ArrayBlockingQueue<>(QUEUE);
    private final SessionStore store;
    private final Thread loader;

    SessionLoads(SessionStore store) {
        this.store = store;
        this.loader = Thread.ofVirtual().name("session-loads").unstarted(this::run);
    }

    @PostConstruct
    void start() {
        loader.start();
    }

    @PreDestroy
    void stop() {
        loader.interrupt();
    }

    /** Never blocks; fails with {@link RejectedExecutionException} when too many wait already. */
    CompletableFuture<Optional<Session>> load(TokenHash hash) {
        var load = new Load(hash, new CompletableFuture<>());
        if (!queue.offer(load)) {
            load.answer().completeExceptionally(new RejectedExecutionException("session loads"));
        }
        return load.answer();
    }

    private void run() {
        var batch = new ArrayList<Load>(BATCH);
        var last = System.nanoTime() - APART_NANOS;
        try {
            while (true) {
                batch.add(queue.take());
                TimeUnit.NANOSECONDS.sleep(last + APART_NANOS - System.nanoTime()); // not at all where that is over
                queue.drainTo(batch, BATCH - 1);
                answer(batch);
                batch.clear();
                last = System.nanoTime();
            }
        } catch (InterruptedException e) {
            queue.drainTo(batch);
            batch.forEach(load -> load.answer().completeExceptionally(e));
        }
    }

    private void answer(List<Load> batch) {
        try {
            var found = store.find(batch.stream().map(Load::hash).collect(Collectors.toSet())).stream()
                    .collect(Collectors.toMap(Session::hash, Function.identity()));
            batch.forEach(load -> load.answer().complete(Optional.ofNullable(found.get(load.hash()))));
        } catch (RuntimeException | Error e) {
            batch.forEach(load -> load.answer().completeExceptionally(e));
        }
    }

    private record Load(TokenHash hash, CompletableFuture<Optional<Session>> answer) {}
}
