package io.jari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartOptionsTest {

    @Test
    void onlyADemoIsOpenedToTheNetworkByAnOption() {
        var here = Map.of("JARI_LAN_ADDRESS", "127.0.0.1");
        var lan = StartOptions.parse(List.of("--lan"), here);
        assertThat(lan.lan()).contains("127.0.0.1");
        assertThat(lan.host()).isEqualTo("0.0.0.0");
        assertThat(StartOptions.parse(List.of(), here).host()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> StartOptions.parse(List.of("--lan", "--production"), here))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("JARI_HOST");
        for (var address : List.of("203.0.113.77", "nowhere.example", "")) {
            assertThatThrownBy(() -> StartOptions.parse(List.of("--lan"), Map.of("JARI_LAN_ADDRESS", address)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("no address of this machine");
        }
    }

    @Test
    void aDemoSpeaksPlainHttp() {
        assertThatThrownBy(() -> StartOptions.parse(List.of(), Map.of("JARI_TLS_CERT", "x")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--production");
    }

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
