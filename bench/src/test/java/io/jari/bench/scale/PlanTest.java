package io.jari.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.bench.cli.Options;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void rowsAreMadeByHotels() {
        var chain = plan().chain();

        assertThat(chain.hotels(73_000_000)).isEqualTo(5_000);
        assertThat(chain.hotels(100_000)).isEqualTo(7);
        assertThat(chain.hotels(1)).as("always those that take part").isEqualTo(7);
    }

    @Test
    void whatVariesGoesFromSmallToLargeAndOnlyOnce() {
        assertThat(plan("--processes", "4,1,4").processes()).containsExactly(1, 4);
        assertThat(plan("--rows", "73000000").rows()).containsExactly(73_000_000);
    }

    @Test
    void whatIsNoNumberOrTooLargeIsNamed() {
        for (var days : List.of("700", "0", "1,,2", "x", "-1", "99999999999")) {
            assertThatThrownBy(() -> plan("--days", days))
                    .isInstanceOf(Options.Misuse.class)
                    .hasMessage("--days takes whole numbers from 1 to 670 such as 1,30,600, not " + days);
        }
    }

    @Test
    void aQuickPlanIsSmall() {
        var quick = Plan.of(Options.parse(List.of("--quick"), Plan.OPTIONS, Set.of(Plan.QUICK)));

        assertThat(quick.chain().hotels(quick.rows().getLast())).isEqualTo(2);
        assertThat(quick.usualDays()).isEqualTo(20);
    }

    private static Plan plan(String... words) {
        return Plan.of(Options.parse(List.of(words), Plan.OPTIONS, Set.of(Plan.QUICK)));
    }
}
