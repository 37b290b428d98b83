package io.jari.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
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

    @Test
    void aRoundThatFailedBeforeItWasClosedIsNotTold() {
        assertThat(told(Duration.ofHours(1), true)).isEmpty();
        assertThat(told(Duration.ofMillis(1), false)).containsOnlyOnce("its database is gone");
    }

    /** What is logged of a round that fails. */
    private static String told(Duration untilNext, boolean closedFirst) {
        var said = new CopyOnWriteArrayList<String>();
        var handler = new Heard(said);
        var log = Logger.getLogger(Rounds.class.getName());
        log.addHandler(handler);
        var failed = new CompletableFuture<Thread>();
        try (var all = new Rounds("test", "a test is in trouble", 1, untilNext.toMillis(), () -> {
            failed.complete(Thread.currentThread());
            throw new IllegalStateException("its database is gone");
        })) {
            all.start();
            Awaitility.await().until(() -> failed.isDone() && (closedFirst || !said.isEmpty()));
        }
        Awaitility.await().until(() -> !failed.join().isAlive());
        log.removeHandler(handler);
        return String.join("\n", said);
    }

    private static final class Heard extends Handler {
        private final SimpleFormatter words = new SimpleFormatter();
        private final List<String> said;

        private Heard(List<String> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord line) {
            said.add(words.formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static Exception sneaky(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (Exception) thrown;
    }
}
