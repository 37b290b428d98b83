package io.jari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoFansTest {
    @Test
    void theEnvironmentSaysHowManyAndWhen() {
        assertThat(DemoFans.number(Map.of())).isEqualTo(2_000);
        assertThat(DemoFans.number(Map.of("JARI_DEMO_FANS", "off"))).isZero();
        assertThat(DemoFans.number(Map.of("JARI_DEMO_FANS", "20"))).isEqualTo(20);
        assertThat(DemoFans.opensSeconds(Map.of())).isEqualTo(180);
        assertThatThrownBy(() -> DemoFans.number(Map.of("JARI_DEMO_FANS", "20001")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("20,000");
        assertThatThrownBy(() -> DemoFans.opensSeconds(Map.of("JARI_DEMO_OPENS_SECONDS", "soon")))
                .isInstanceOf(StartRefused.class);
    }
}
