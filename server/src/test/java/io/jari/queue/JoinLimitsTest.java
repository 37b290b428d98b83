package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.Joiner;
import org.junit.jupiter.api.Test;

class JoinLimitsTest {
    private static final long HOME = 7;

    private static JoinLimits asUsual() {
        return new JoinLimits(50, 2_000, 1, 5);
    }

    private static Joiner device(int number) {
        return new Joiner(number * 31L, number * 17L + 1);
    }

    /** A carrier has few addresses for all who open a sale's page in the same minute. */
    @Test
    void aTownBehindOneAddressIsNotKeptOut() {
        var limits = asUsual();
        for (var device = 0; device < 2_000; device++) {
            assertThat(limits.retryAfterMillis(HOME, device(device))).isEmpty();
        }
    }

    /** Ten devices, each reloading a few times at the opening. */
    @Test
    void aHouseholdIsNotKeptOut() {
        var limits = asUsual();
        for (var device = 0; device < 10; device++) {
            for (var again = 0; again < 5; again++) {
                assertThat(limits.retryAfterMillis(HOME, device(device))).isEmpty();
            }
        }
    }

    /** Who takes long, or whose reader loads a page twice, asks seldom; others at the address do not spend their turn. */
    @Test
    void aSlowUserIsNotKeptOutByAnImpatientOne() {
        var limits = asUsual();
        assertThat(limits.retryAfterMillis(HOME, device(1))).isEmpty();
        var impatient = 0;
        for (var i = 0; i < 10_000; i++) {
            impatient += limits.retryAfterMillis(HOME, device(2)).isEmpty() ? 1 : 0;
        }
        assertThat(impatient).isLessThan(60);
        assertThat(limits.retryAfterMillis(HOME, device(1))).isEmpty();
        assertThat(limits.retryAfterMillis(HOME, device(3))).isEmpty();
    }

    @Test
    void anAddressThatSendsThousandsIs() {
        assertThat(joined(asUsual())).isBetween(2_000, 4_000);
        assertThat(joined(new JoinLimits(0, 300, 0, 5))).as("without limits").isEqualTo(5_000);
    }

    private static int joined(JoinLimits limits) {
        var joined = 0;
        for (var device = 0; device < 5_000; device++) {
            joined += limits.refusal(HOME, device(device)).isEmpty() ? 1 : 0;
        }
        return joined;
    }

    @Test
    void aRefusalNamesTheLimitThatWasReached() {
        var limits = new JoinLimits(1, 2, 0, 1);
        assertThat(limits.refusal(HOME, device(1))).isEmpty();
        assertThat(limits.refusal(HOME, device(1))).isEmpty();
        var answer = limits.refusal(HOME, device(1)).orElseThrow().exception().getResponse();
        assertThat(answer.getHeaderString("RateLimit-Policy")).isEqualTo("\"join\";q=2;w=2");
    }
}
