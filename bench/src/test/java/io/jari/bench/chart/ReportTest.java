package io.jari.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.chart.Series.Point;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final String EVIL = "<script>\"&'</title>";

    @Test
    void textStaysText() {
        var html = new Report(EVIL)
                .heading(EVIL)
                .paragraph(EVIL)
                .figures(Map.of(EVIL, EVIL))
                .table(new Table(List.of(EVIL), List.of(List.of(EVIL))))
                .chart(new BarChart(EVIL, EVIL, EVIL, Map.of(EVIL, 3.0)), EVIL)
                .chart(lines(EVIL), EVIL)
                .html();

        var page = Page.of(html);
        assertThat(page.count("script")).isZero();
        assertThat(page.text()).contains(EVIL);
    }

    @Test
    void aPageNeedsNothingFromElsewhere() {
        var html = new Report("Alone").chart(lines("A"), "b").html();

        assertThat(html).doesNotContain("src=", "href=", "url(", "@import").contains("prefers-color-scheme: dark");
    }

    @Test
    void everyPlaceOfAChartSaysItsValues() {
        var page = Page.of(new Report("Chart").chart(lines("Rooms"), "").html());

        assertThat(page.count("polyline")).isEqualTo(2);
        assertThat(page.text()).contains("2020-05-02\nRooms: 7\ntarget: 10");
    }

    @Test
    void barsCanBeMany() {
        var bars = new LinkedHashMap<String, Double>();
        for (var i = 0; i < 100; i++) {
            bars.put("bar " + i, i * 1.5);
        }

        var page = Page.of(
                new Report("Bars").chart(new BarChart("b", "x", "y", bars), "").html());

        assertThat(page.text()).contains("bar 99: 148.5");
    }

    @Test
    void chartsOfNothingAreDrawnToo() {
        var empty = new LineChart("none", Axis.upTo("x", 0), "y", List.of(Series.of("s", List.of())));

        Page.of(new Report("Nothing")
                .chart(empty, "")
                .chart(new BarChart("none", "x", "y", Map.of()), "")
                .html());
    }

    private static LineChart lines(String name) {
        var from = LocalDate.of(2020, 5, 1);
        var values = List.of(new Point(from.toEpochDay(), 3), new Point(from.toEpochDay() + 1, 7));
        var limit = List.of(new Point(from.toEpochDay(), 10), new Point(from.toEpochDay() + 1, 10));
        return new LineChart(
                name,
                Axis.dates("Day", from, from.plusDays(1)),
                "Rooms",
                List.of(Series.of(name, values), Series.limit("target", limit)));
    }
}
