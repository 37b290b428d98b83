package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactorCipherTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private final FactorCipher cipher = new FactorCipher(house("a"));

    @Test
    void whatWasSealedIsOpenedForItsAccountAlone() {
        var sealed = cipher.seal(7, SECRET);
        assertThat(cipher.open(7, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> cipher.open(8, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itTakesTheSecretOfTheHouse() {
        var sealed = cipher.seal(7, SECRET);
        assertThat(new FactorCipher(house("a")).open(7, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> new FactorCipher(house("b")).open(7, sealed)).hasMessageContaining("JARI_SECRET");
    }

    @Test
    void itIsNeverSealedTheSameTwiceAndNotToBeSeen() {
        var sealed = cipher.seal(7, SECRET);
        assertThat(sealed).isNotEqualTo(cipher.seal(7, SECRET));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
    }

    @Test
    void recoveryCodesAreReadHoweverTheyAreTyped() {
        var codes = RecoveryCode.fresh();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var code = codes.getFirst();
        assertThat(code).matches("([a-z2-9]{5}-){4}[a-z2-9]{5}");
        assertThat(RecoveryCode.hash(" " + code.toUpperCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCode.hash(code))
                .isNotEqualTo(RecoveryCode.hash(codes.getLast()));
    }

    @Test
    void aDeviceIsKnownToItsAccountAlone() {
        var devices = new KnownDevices(house("a"));
        var device = devices.make("Mina@example.com");
        assertThat(devices.known(device, "mina@example.com")).isPresent();
        assertThat(devices.known(device, "other@example.com")).isEmpty();
        assertThat(devices.known(null, "mina@example.com")).isEmpty();
        assertThat(devices.known("x".repeat(device.length()), "mina@example.com"))
                .isEmpty();
        assertThat(new KnownDevices(house("b")).known(device, "mina@example.com"))
                .isEmpty();
    }

    static Secret house(String letter) {
        return Secret.fromEnvironment(Map.of("JARI_SECRET", letter.repeat(40)));
    }
}
