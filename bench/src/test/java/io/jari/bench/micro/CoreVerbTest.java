package io.jari.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.bench.chart.Page;
import io.jari.bench.cli.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreVerbTest {

    @Test
    void benchmarksAreFoundByAPartOfTheirNames() {
        assertThat(CoreVerb.benchmarks("Price")).hasSize(2).allMatch(name -> name.contains(".Price."));
        assertThatThrownBy(() -> CoreVerb.benchmarks("Prize"))
                .isInstanceOf(Options.Misuse.class)
                .hasMessageContaining("Prize")
                .hasMessageContaining("Price.amount");
    }

    @Test
    void whatCannotBeToldIsLeftEmpty() {
        var one = new Figure("Price", "amount", "the price", 12.34, Double.NaN, 0);
        var report = new CoreReport(new CoreVerb.Effort(0, 1, 0.1, 1), List.of(one));

        assertThat(report.table().rows()).containsExactly(List.of("Price", "amount", "12.3", "", "0.0"));
        assertThat(Page.of(report.page().html()).text()).contains("in the launcher's own process");
    }

    @Test
    void aQuickRunIsOneShortIteration() {
        assertThat(new CoreVerb.Effort(0, 1, 0.1, 1).warmups()).isEqualTo(1);
        assertThat(new CoreVerb.Effort(1, 5, 1, 1).warmups()).isEqualTo(3);
    }
}
