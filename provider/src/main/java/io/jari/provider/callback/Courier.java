package io.jari.provider.callback;

import io.jari.provider.books.Account;
import io.jari.provider.books.Event;
import io.jari.provider.fault.Faults;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends callbacks until they are taken or given up, and commits the faults that were asked for on the way. */
public final class Courier implements AutoCloseable {
    private static final int MOST_AT_ONCE = 256;

    private final Tempo tempo;
    private final ScheduledExecutorService agenda;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits = new Semaphore(MOST_AT_ONCE);
    private final Sidestep sidestep = new Sidestep();
    private @Nullable HttpClient client;

    public Courier(Tempo tempo) {
        this.tempo = tempo;
        this.agenda = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("agenda").factory());
    }

    /** Takes an event that is on disk; it is sent at some time, unless a fault loses it. */
    public void accept(Account account, Event event) {
        var faults = account.faults();
        if (Faults.happens(faults.callbackLost())) {
            account.told(event);
            return;
        }
        later(Faults.millisOf(faults.callbackLate()), () -> inOrder(account, event));
    }

    /** As asked for, an event steps aside and lets the next of its checkout pass; not for ever if none comes. */
    private void inOrder(Account account, Event event) {
        var stepsAside = Faults.happens(account.faults().callbackReordered());
        var waiting = new Sidestep.Waiting(event, () -> send(account, event, 0, () -> {}));
        switch (sidestep.meet(waiting, stepsAside)) {
            case Sidestep.Passes(var after) -> send(account, event, 0, after);
            case Sidestep.Waits() -> later(tempo.stepAside().toMillis(), () -> sidestep.release(waiting));
        }
    }

    private void send(Account account, Event event, int tries, Runnable afterwards) {
        unlessClosing(() -> senders.submit(() -> {
            var taken = delivered(account, event);
            afterwards.run();
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!taken && tries < tempo.pauses().size()) {
                later(tempo.pauses().get(tries).toMillis(), () -> send(account, event, tries + 1, () -> {}));
                return;
            }
            if (taken && Faults.happens(account.faults().callbackDuplicate())) {
                delivered(account, event);
            }
            account.told(event);
        }));
    }

    private boolean delivered(Account account, Event event) {
        permits.acquireUninterruptibly();
        try {
            var wronglySigned = Faults.happens(account.faults().callbackWrongSignature());
            var request = new Message(event).request(account.shop(), wronglySigned, tempo.patience());
            var status = client().send(request, BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            permits.release();
        }
    }

    /** Made when first needed: it takes as long to load as all the rest of this process. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(tempo.patience())
                    .executor(senders)
                    .build();
        }
        return client;
    }

    private void later(long millis, Runnable task) {
        if (millis == 0) {
            task.run();
        } else {
            unlessClosing(() -> agenda.schedule(task, millis, TimeUnit.MILLISECONDS));
        }
    }

    /** What is refused while closing is in the log, and goes out after the next start. */
    private static void unlessClosing(Supplier<Future<?>> start) {
        try {
            var _ = start.get();
        } catch (RejectedExecutionException e) {
            return;
        }
    }

    @Override
    public synchronized void close() {
        agenda.shutdownNow();
        senders.shutdownNow();
        if (client != null) {
            client.shutdownNow();
        }
    }
}
