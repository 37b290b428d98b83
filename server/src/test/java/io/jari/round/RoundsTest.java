package io.jari.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                IllegalStateException.class,
                OutOfMemoryError.class,
                StackOverflowError.class,
                NoClassDefFoundError.class,
                InterruptedException.class
            })
    void whateverARoundThrowsTheNextOneComesUntilItIsClosed(Class<? extends Throwable> thrown) throws Exception {
        var rounds = new AtomicInteger();
        var again = new CountDownLatch(1);
        var thread = new CompletableFuture<Thread>();
        try (var all = new Rounds("test", "a test's round throws", 1, () -> {
            thread.complete(Thread.currentThread());
            if (rounds.incrementAndGet() == 1) {
                throw sneaky(thrown.getConstructor().newInstance());
            }
            again.countDown();
            return false;
        })) {
            all.start();
            assertThat(again.await(90, TimeUnit.SECONDS)).isTrue();
        }
        Awaitility.await().until(() -> !thread.join().isAlive());
    }

    private static Exception sneaky(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (Exception) thrown;
    }
}
