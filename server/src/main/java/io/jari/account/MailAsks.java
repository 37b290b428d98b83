package io.jari.account;

import io.jari.http.AddressLimit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What is answered by mail alone. Whoever asks has an answer before anything is looked up, so neither the answer nor its time tells
 * whether an address has an account; a mail does, to whom it belongs.
 */
final class MailAsks implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MailAsks.class);
    private static final int MOST_WAITING = 1_000;
    private final AddressLimit limit;
    private final ThreadPoolExecutor askers;

    /** @param name of what is asked for */
    MailAsks(String name) {
        this.limit = new AddressLimit(name, 0.1, 20);
        this.askers = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofVirtual().name(name).factory());
    }

    /** Throws a problem when too many ask; says nothing else. */
    void ask(Arrival arrival, Runnable work) {
        var wait = limit.retryAfterMillis(arrival.address());
        if (wait > 0) {
            throw limit.refusal(wait).exception();
        }
        try {
            askers.execute(() -> run(work));
        } catch (RejectedExecutionException _) {
            throw Refusal.busy();
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a mail was asked for and will not be sent", e);
        }
    }

    @Override
    public void close() {
        askers.shutdown();
    }
}
