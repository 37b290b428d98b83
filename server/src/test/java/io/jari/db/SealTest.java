package io.jari.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] TEXT = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private final Seal seal = of("a", "factors");

    @Test
    void whatWasSealedIsOpenedForItsOwnerAlone() {
        var sealed = seal.seal(7, TEXT);
        assertThat(seal.open(7, sealed)).isEqualTo(TEXT);
        assertThatThrownBy(() -> seal.open(8, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itTakesTheSecretOfTheHouseAndThePurpose() {
        var sealed = seal.seal(7, TEXT);
        assertThat(of("a", "factors").open(7, sealed)).isEqualTo(TEXT);
        assertThatThrownBy(() -> of("b", "factors").open(7, sealed)).hasMessageContaining("JARI_SECRET");
        assertThatThrownBy(() -> of("a", "webhooks").open(7, sealed)).hasMessageContaining("JARI_SECRET");
    }

    @Test
    void itIsNeverSealedTheSameTwiceAndNotToBeSeen() {
        var sealed = seal.seal(7, TEXT);
        assertThat(sealed).isNotEqualTo(seal.seal(7, TEXT));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
    }

    @Test
    void whatWasChangedIsNotOpened() {
        var sealed = seal.seal(7, TEXT);
        sealed[sealed.length / 2] ^= 1;
        assertThatThrownBy(() -> seal.open(7, sealed)).isInstanceOf(IllegalStateException.class);
    }

    private static Seal of(String letter, String purpose) {
        return Secret.fromEnvironment(Map.of("JARI_SECRET", letter.repeat(40))).seal(purpose, "what was sealed for");
    }
}
