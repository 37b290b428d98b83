package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownDevicesTest {
    @Test
    void aDeviceIsKnownToItsAccountAlone() {
        var devices = of("a");
        var device = devices.make("Mina@example.com");
        assertThat(devices.known(device, "mina@example.com")).isPresent();
        assertThat(devices.known(device, "other@example.com")).isEmpty();
        assertThat(devices.known(null, "mina@example.com")).isEmpty();
        assertThat(devices.known("x".repeat(device.length()), "mina@example.com"))
                .isEmpty();
        assertThat(of("b").known(device, "mina@example.com")).isEmpty();
    }

    private static KnownDevices of(String letter) {
        return new KnownDevices(Secret.fromEnvironment(Map.of("JARI_SECRET", letter.repeat(40))));
    }
}
