package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.Joiner;
import io.jari.key.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class JoinersTest {
    private static final String DEVICE = "abcdefghij-KLMNOPQR_01";
    private final Joiners joiners = new Joiners(TestKeys.secret("s"));

    @Test
    void areTheHousesAlone() throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(TestKeys.secret("s").derive("queue-joiner"), "HmacSHA256"));
        var hmac = mac.doFinal(("device:" + DEVICE).getBytes(StandardCharsets.US_ASCII));
        assertThat(joiners.ofDevice(DEVICE)).isEqualTo(Joiner.of(Arrays.copyOf(hmac, Joiner.BYTES)));
        assertThat(joiners.ofDevice(DEVICE)).isNotEqualTo(new Joiners(TestKeys.secret("t")).ofDevice(DEVICE));
        assertThat(joiners.ofAccount(1)).isEqualTo(joiners.ofAccount(1)).isNotEqualTo(joiners.ofAccount(11));
    }

    @Test
    void aDeviceIsKnownByItsForm() {
        assertThat(Joiners.isDevice(DEVICE)).isTrue();
        assertThat(DEVICE).matches(Joiners.DEVICE_FORM);
        assertThat(Joiners.isDevice("a".repeat(64))).isTrue();
        for (var wrong : new String[] {
            "",
            "a".repeat(21),
            "a".repeat(65),
            DEVICE + "=",
            DEVICE + " ",
            DEVICE + "é",
            DEVICE + "\0",
            DEVICE + "\uff21"
        }) {
            assertThat(Joiners.isDevice(wrong)).as(wrong).isFalse();
            assertThat(wrong).doesNotMatch(Joiners.DEVICE_FORM);
        }
        assertThat(IntStream.range(0, 100).mapToObj(_ -> joiners.newDevice()))
                .allMatch(Joiners::isDevice)
                .doesNotHaveDuplicates();
    }
}
