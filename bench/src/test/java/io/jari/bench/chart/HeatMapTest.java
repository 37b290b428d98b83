package io.jari.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.chart.HeatMap.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    @Test
    void lowAndHighAndNothingAreDrawnApart() {
        var spots = List.of(new Spot(0, 0, 1), new Spot(1, 0, 9), new Spot(2, 1, Double.NaN));

        var drawn = new HeatMap("Hall", spots, 1, "seconds").draw().toString();

        assertThat(drawn).contains("class=\"h0\" d=", "class=\"h11\" d=", "class=\"cold\" d=", "9 seconds");
    }

    @Test
    void aHallInWhichNothingWasSoldIsDrawnToo() {
        var drawn = new HeatMap("Hall", List.of(new Spot(0, 0, Double.NaN)), 1, "s")
                .draw()
                .toString();

        assertThat(drawn).contains("class=\"cold\" d=").doesNotContain("NaN");
    }

    @Test
    void dotsStandWhereTheirValuesAre() {
        var dots = List.of(new Series.Point(0, 0), new Series.Point(10, 10));

        assertThat(new DotChart("Fairness", "Ticket", "Seconds", dots).draw().toString())
                .contains("class=\"dot\" d=\"M68.5 252.0", "M878.5 26.0");
    }
}
