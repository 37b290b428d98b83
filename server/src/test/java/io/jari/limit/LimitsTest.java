package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.StartRefused;
import io.jari.http.ClientAddress;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }

    private static Limits limits(boolean on, Map<String, String> values) {
        return new Limits(ClientAddress.behind(), config(values), on);
    }

    private static int passed(Limits limits, Kind kind, int calls) {
        var passed = 0;
        for (var i = 0; i < calls; i++) {
            passed += limits.ofAddress(kind).take(7) >= 0 ? 1 : 0;
        }
        return passed;
    }

    @Test
    void eachKindHasItsOwnLimit() {
        var limits =
                limits(true, Map.of("jari.limits.hold.address.rate", "0.001", "jari.limits.hold.address.burst", "3"));
        assertThat(passed(limits, Kind.HOLD, 10)).isEqualTo(3);
        assertThat(passed(limits, Kind.SIGN_IN, 10)).isEqualTo(10);
        assertThat(limits.ofAccount(Kind.HOLD).take(7))
                .isEqualTo(Kind.HOLD.ofAccount().burst() - 1L);
        assertThat(limits.ofAccount(Kind.SIGN_IN).off()).isTrue();
    }

    /** The twin: where they are off nothing is refused, but what is told all the same holds. */
    @Test
    void aDemoHoldsNobodyToAnything() {
        var limits =
                limits(false, Map.of("jari.limits.pay.address.rate", "0.001", "jari.limits.pay.address.burst", "2"));
        for (var kind : Kind.values()) {
            assertThat(passed(limits, kind, 20_000)).as(kind.text()).isEqualTo(kind == Kind.PAY ? 2 : 20_000);
        }
        assertThat(passed(limits(true, Map.of()), Kind.BROWSE, 20_000)).isLessThan(20_000);
    }

    @Test
    void aRateOfZeroTakesALimitAway() {
        var limits = limits(true, Map.of("jari.limits.browse.address.rate", "0"));
        assertThat(passed(limits, Kind.BROWSE, 20_000)).isEqualTo(20_000);
    }

    @ParameterizedTest
    @CsvSource({"rate, -1", "rate, NaN", "rate, many", "rate, 1e9", "burst, 0", "burst, 1.5"})
    void nonsenseNamesTheKey(String what, String value) {
        assertThatThrownBy(() -> limits(true, Map.of("jari.limits.sign-in.address." + what, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("jari.limits.sign-in.address." + what);
    }
}
