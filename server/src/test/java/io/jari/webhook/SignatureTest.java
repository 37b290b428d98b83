package io.jari.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example of Standard Webhooks' own libraries. */
    @Test
    void itIsAsOthersMakeIt() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var signature =
                Signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}", List.of(secret));
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretSigns() {
        assertThat(Signature.of("a", 1, "b", List.of(new byte[] {1}, new byte[] {2}))
                        .split(" "))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void pausesGrowToHoursAndHeedTheReceiver() {
        assertThat(Backoff.after(1, Duration.ZERO, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Backoff.after(1, Duration.ZERO, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Backoff.after(3, Duration.ZERO, 0.5)).isEqualTo(Duration.ofSeconds(45));
        assertThat(Backoff.after(1_000, Duration.ZERO, 1)).isLessThanOrEqualTo(Duration.ofHours(5));
        assertThat(Backoff.after(1, Duration.ofHours(1), 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(Backoff.after(1, Duration.ofDays(900), 0.5)).isEqualTo(Duration.ofHours(12));
    }
}
