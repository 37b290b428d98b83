package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the vector that Standard Webhooks publishes. */
class CallbackSignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String AT = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

    private final CallbackSignature signature = new CallbackSignature(SECRET);

    @Test
    void knowsThePublishedVector() {
        assertThat(signature.signs(ID, AT, SIGNATURE, BODY, NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -301 | false
            -300 | true
            -1   | true
            1    | true
            300  | true
            301  | false
            """)
    void isGoodForFiveMinutesBothWays(long seconds, boolean good) {
        assertThat(signature.signs(ID, AT, SIGNATURE, BODY, NOW.plusSeconds(seconds)))
                .isEqualTo(good);
    }

    @Test
    void coversIdTimeAndBody() {
        assertThat(signature.signs(ID + "x", AT, SIGNATURE, BODY, NOW)).isFalse();
        assertThat(signature.signs(ID, "1614265331", SIGNATURE, BODY, NOW)).isFalse();
        assertThat(signature.signs(ID, AT, SIGNATURE, "{\"test\":2432232314}".getBytes(StandardCharsets.UTF_8), NOW))
                .as("the raw body")
                .isFalse();
        assertThat(new CallbackSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx").signs(ID, AT, SIGNATURE, BODY, NOW))
                .as("another secret")
                .isFalse();
    }

    @Test
    void oneOfSeveralSuffices() {
        var other = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        assertThat(signature.signs(ID, AT, other + " " + SIGNATURE, BODY, NOW)).isTrue();
        assertThat(signature.signs(ID, AT, SIGNATURE + " " + other, BODY, NOW)).isTrue();
        assertThat(signature.signs(ID, AT, other + " " + other, BODY, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1,",
                "v1",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
                "v1,열려라참깨"
            })
    void rubbishSignsNothing(String rubbish) {
        assertThat(signature.signs(ID, AT, rubbish, BODY, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "1614265330.5",
                "99999999999999999999",
                "9223372036854775807",
                "-9223372036854775808",
                "-9223372035240510478"
            })
    void noTimeIsNone(String time) {
        assertThat(signature.signs(ID, time, SIGNATURE, BODY, NOW)).isFalse();
    }
}
