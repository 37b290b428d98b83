package io.jari.core.commit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a transaction in the midst of its commit until the test opens it. */
final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    Store.Step step() {
        return (store, batches) -> {
            pass();
            return store.commit(batches);
        };
    }

    void pass() throws InterruptedException {
        reached.countDown();
        open.await();
    }

    void awaitReached() throws InterruptedException {
        if (!reached.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody came to the gate");
        }
    }

    void open() {
        open.countDown();
    }
}
