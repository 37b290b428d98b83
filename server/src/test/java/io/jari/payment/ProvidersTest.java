package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a new attempt goes. */
class ProvidersTest {
    private static final int DRAWS = 4_000;
    private final Gate alpha = TestGate.of("alpha", 300);
    private final Gate beta = TestGate.of("beta", 100);
    private final Gate gamma = TestGate.of("gamma", 0);
    private final Providers providers = new Providers(List.of(alpha, beta, gamma));

    @Test
    void byWeight() {
        var drawn = drawn();
        assertThat(drawn).containsOnlyKeys("alpha", "beta");
        // Three of four: 3,000 with a deviation of 27; ten of them are beyond all chance.
        assertThat(drawn.get("alpha")).isBetween(2_730, 3_270);
    }

    @Test
    void whoFailsIsLeftOut() {
        TestGate.told(alpha, 10, false);
        assertThat(drawn()).containsOnlyKeys("beta");
    }

    @Test
    void whereAllFailOneIsTriedAllTheSame() {
        TestGate.told(alpha, 10, false);
        TestGate.told(beta, 10, false);
        assertThat(drawn()).containsOnlyKeys("alpha", "beta");
    }

    @Test
    void anotherIsFoundForTheOneThatFailed() {
        assertThat(providers.another("card", Set.of("alpha"))).contains(beta);
        assertThat(providers.another("card", Set.of("alpha", "beta"))).isEmpty();
        TestGate.told(beta, 10, false);
        assertThat(providers.another("card", Set.of("alpha")))
                .as("none that answers")
                .isEmpty();
        assertThat(providers.another("card", Set.of("beta"))).contains(alpha);
    }

    @Test
    void withoutWeightOnlyWhatHasBegunStays() {
        assertThat(new Providers(List.of(gamma)).route("card")).isEmpty();
        assertThat(providers.gate("gamma")).contains(gamma);
    }

    @Test
    void thereIsNoneForAnotherMethod() {
        assertThat(providers.route("wallet")).isEmpty();
        assertThat(providers.gate("delta")).isEmpty();
        assertThat(providers.http("alpha")).isPresent();
        assertThat(providers.http("delta")).isEmpty();
    }

    private Map<String, Integer> drawn() {
        var drawn = new HashMap<String, Integer>();
        for (var i = 0; i < DRAWS; i++) {
            var gate = providers.route("card").orElseThrow();
            drawn.merge(gate.provider().name(), 1, Integer::sum);
        }
        return drawn;
    }
}
