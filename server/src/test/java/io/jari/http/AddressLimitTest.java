package io.jari.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private long now;

    private AddressLimit limit(double perSecond, int burst) {
        return new AddressLimit("test", perSecond, burst, () -> now);
    }

    private static int passed(AddressLimit limit, long key, int calls) {
        var passed = 0;
        for (var i = 0; i < calls; i++) {
            passed += limit.retryAfterMillis(key) == 0 ? 1 : 0;
        }
        return passed;
    }

    @Test
    void soManyAtOnceAndThenSoManyASecond() {
        var limit = limit(5, 300);
        assertThat(passed(limit, 1, 1_000)).isEqualTo(300);
        assertThat(limit.retryAfterMillis(1)).isEqualTo(200);
        now += SECOND / 10;
        assertThat(limit.retryAfterMillis(1)).as("being refused does not count").isEqualTo(100);
        now += 2 * SECOND - SECOND / 10;
        assertThat(passed(limit, 1, 100)).isEqualTo(10);
        now += 3_600 * SECOND;
        assertThat(passed(limit, 1, 1_000))
                .as("rest is not saved up without end")
                .isEqualTo(300);
    }

    /** The twin: nothing is refused where there is no limit. */
    @Test
    void withoutARateEverythingPasses() {
        assertThat(passed(limit(0, 1), 1, 10_000)).isEqualTo(10_000);
        assertThat(passed(limit(1, 1), 1, 10_000)).isEqualTo(1);
    }

    @Test
    void whoAsksAsToldIsNeverKeptOutHoweverLong() {
        var limit = limit(1, 5);
        for (var i = 0; i < 10_000; i++) {
            var wait = limit.retryAfterMillis(7);
            if (wait > 0) {
                now += TimeUnit.MILLISECONDS.toNanos(wait);
                assertThat(limit.retryAfterMillis(7)).isZero();
            }
        }
    }

    /** Ten devices at the front of a line for ten minutes; and the twin, one that asks as fast as it can. */
    @Test
    void aHouseholdThatWaitsIsNeverKeptOut() {
        var limit = limit(500, 2_000);
        for (var turn = 0; turn < 500; turn++) {
            assertThat(passed(limit, 7, 10)).isEqualTo(10);
            now += TimeUnit.MILLISECONDS.toNanos(1_200);
        }
        var one = 0;
        for (var i = 0; i < 10_000; i++) {
            one += passed(limit, 8, 1);
            now += TimeUnit.MILLISECONDS.toNanos(1);
        }
        assertThat(one).isBetween(6_900, 7_100);
    }

    @Test
    void othersAreHardlyKeptOutByThoseWhoFlood() {
        var limit = limit(1, 5);
        var random = new Random(3);
        for (var i = 0; i < 1_000; i++) {
            passed(limit, random.nextLong(), 50);
        }
        var kept = 0;
        for (var i = 0; i < 10_000; i++) {
            kept += limit.retryAfterMillis(random.nextLong()) == 0 ? 0 : 1;
        }
        // A slot alone would keep out one in 65, and those who pass fill theirs, too.
        assertThat(kept).isLessThan(60);
    }

    @Test
    void manyThreadsHaveNoMoreThanOne() throws InterruptedException {
        var limit = limit(1, 1_000);
        var passed = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> passed.addAndGet(passed(limit, 1, 1_000))));
        }
        for (var thread : threads) {
            thread.join();
        }
        // Two at the same moment may count as one.
        assertThat(passed.get()).isBetween(1_000, 1_500);
    }

    @Test
    void refusalsSayWhenToComeAgain() {
        var limit = limit(5, 300);
        var answer = limit.refusal(1_200).exception().getResponse();
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeaderString("Retry-After")).isIn("2", "3");
        assertThat(answer.getHeaderString("RateLimit"))
                .isEqualTo("\"test\";r=0;t=" + answer.getHeaderString("Retry-After"));
        assertThat(answer.getHeaderString("RateLimit-Policy")).isEqualTo("\"test\";q=300;w=60");
    }

    @Test
    void whoIsRefusedTogetherDoesNotComeBackTogether() {
        var limit = limit(5, 300);
        var told = IntStream.range(0, 1_000)
                .mapToObj(_ -> limit.refusal(100_000).exception().getResponse().getHeaderString("Retry-After"))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(IntStream.of(told).allMatch(seconds -> seconds >= 100 && seconds <= 125))
                .isTrue();
        assertThat(IntStream.of(told).distinct().count()).isGreaterThan(15);
    }

    @Test
    void whoPassesIsToldHowManyMoreMay() {
        var limit = limit(5, 3);
        assertThat(limit.take(1)).isEqualTo(2);
        assertThat(limit.take(1)).isEqualTo(1);
        assertThat(limit.take(1)).isZero();
        assertThat(limit.take(1)).isEqualTo(-200);
        assertThat(limit.off()).isFalse();
        assertThat(limit(0, 3).off()).isTrue();
    }

    @Test
    void nonsenseIsRefused() {
        for (var rate : new double[] {-1, Double.NaN}) {
            assertThatThrownBy(() -> limit(rate, 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> limit(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
