package io.jari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JARI_ACCESS_GUARDS",
                "JARI_BOOKING_GUARDS",
                "JARI_SEAT_GUARDS",
                "JARI_WALLET_GUARDS",
                "JARI_QUEUE_GUARDS",
                "JARI_PAYMENT_GUARDS_OFF"
            })
    void guardsAreLeftOutInTestsAlone(String name) {
        var environment = Map.of(name, "off");
        assertThat(StartOptions.parse(List.of(), environment)).isNotNull();
        assertThatThrownBy(() -> StartOptions.parse(List.of("--production"), environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(name);
    }
}
