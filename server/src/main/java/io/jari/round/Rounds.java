package io.jari.round;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Work done round by round on a thread of its own, whatever a round throws: nothing but closing ends it. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final long FAILED_MILLIS = 1_000;

    private final String trouble;
    private final long pauseMillis;
    private final long failedMillis;
    private final Round round;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private boolean failing;

    /** Once through what there is to do. */
    public interface Round {
        /** Whether there may be more to do at once. */
        boolean run() throws Exception;
    }

    /**
     * @param name of the thread
     * @param trouble what is logged, once, while rounds fail
     * @param pauseMillis between rounds, unless one is to follow at once
     */
    public Rounds(String name, String trouble, long pauseMillis, Round round) {
        this(name, trouble, pauseMillis, FAILED_MILLIS, round);
    }

    /** @param failedMillis from a round that failed until the next */
    Rounds(String name, String trouble, long pauseMillis, long failedMillis, Round round) {
        this.trouble = trouble;
        this.pauseMillis = pauseMillis;
        this.failedMillis = failedMillis;
        this.round = round;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::go);
    }

    public void start() {
        thread.start();
    }

    /** The pause ends now, or the next one does not begin. */
    public void wake() {
        wake.release();
    }

    private void go() {
        while (!closed) {
            try {
                if (!round.run()) {
                    var _ = wake.tryAcquire(pauseMillis, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
                failing = false;
            } catch (Throwable broken) {
                // Also out of memory, or a class that is missing: a server that lives on must not have stopped doing
                // this.
                failed(broken);
            }
        }
    }

    /** Says so only after the pause: where the server stops, the database may go before the rounds do. */
    private void failed(Throwable broken) {
        try {
            if (!closed) {
                Thread.sleep(failedMillis);
            }
            if (!failing && !closed) {
                LOG.warnf(broken instanceof Error ? broken : null, "%s: %s", trouble, broken);
            }
            failing = true;
        } catch (Throwable _) {
            // Nothing to be said, and nobody to hear it: the next round tries.
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
