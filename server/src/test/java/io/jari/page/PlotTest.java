package io.jari.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {

    private static Plot plot(String title, String... labels) {
        return new Plot(title, List.of(labels), value -> String.format(Locale.ROOT, "%.0f", value));
    }

    @Test
    void saysEveryPlace() {
        var drawn = plot("Sold", "Mon", "Tue")
                .bars("now", new double[] {3, 4})
                .line("then", new double[] {Double.NaN, 2})
                .mark(1, "Today")
                .figure()
                .toString();
        assertThat(drawn)
                .contains("<title>Mon: now 3</title>", "<title>Tue: now 4, then 2</title>", ">Today</text>")
                .contains("aria-label=\"Sold\"");
    }

    /** The highest bar reaches the top line, one of half its height the middle. */
    @Test
    void drawsToScale() {
        var drawn = plot("x", "a", "b").bars("s", new double[] {10, 5}).figure().toString();
        assertThat(drawn).contains("M38.4 200H281.6V26H38.4Z", "M358.4 200H601.6V113H358.4Z");
    }

    @Test
    void aGapBreaksALineAndStepsRunOn() {
        var drawn = plot("x", "a", "b", "c", "d")
                .line("l", new double[] {1, Double.NaN, 1, 1})
                .steps("s", new double[] {1, 1, 0, 0})
                .figure()
                .toString();
        assertThat(drawn).contains("d=\"M80 26h0M400 26h0L560 26\"", "d=\"M0 26H160V26H320V200H480V200H640\"");
    }

    @Test
    void nothingOfItIsMarkup() {
        var drawn = plot("<b>&\"", "<i>").bars("<s>", new double[] {0}).figure().toString();
        assertThat(drawn)
                .contains("&lt;b&gt;&amp;&quot;", "&lt;i&gt;: &lt;s&gt; 0")
                .doesNotContain("<b>", "<i>", "<s>");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2", "5, 1", "6, 2", "9, 2", "100, 20", "230, 50", "300000, 100000", "0.04, 0.01"})
    void stepsAreRound(double top, double step) {
        assertThat(Plot.step(top)).isCloseTo(step, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(top / Plot.step(top)).isBetween(1.9, 5.5);
    }

    @Test
    void asManyValuesAsPlaces() {
        assertThatThrownBy(() -> plot("x", "a").bars("s", new double[2])).isInstanceOf(IllegalArgumentException.class);
    }
}
