package io.jari.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.chart.Page;
import io.jari.bench.cli.Options;
import io.jari.bench.report.Machine;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ScaleResultTest {

    @Test
    void costsAreThoseOfAllServersForEachAccepted() {
        var point = point("2 servers", Map.of(201, 1_000L, 409, 10L));

        assertThat(point.perSecond()).isEqualTo(500);
        assertThat(point.cpuMicros("server")).isEqualTo(1_500);
        assertThat(point.cpuMicros("database")).isEqualTo(250);
        assertThat(point.walBytesEach()).isEqualTo(3);
        assertThat(point.others()).isEqualTo(10);
    }

    @Test
    void aSoundRunHasItsCurves() {
        var result = result(Map.of(201, 900L), List.of());

        var page = Page.of(new ScaleReport(result, Machine.here()).page().html());
        assertThat(result.sound()).isTrue();
        assertThat(page.count("svg")).isEqualTo(6);
        assertThat(page.text())
                .contains("With 1,000 rows 450 reservations are accepted a second, 90 % of those with 100 rows");
    }

    @Test
    void whatIsBrokenHasNoSpeed() {
        for (var broken : List.of(
                result(Map.of(201, 900L), List.of("I1 does not hold")),
                result(Map.of(201, 900L, 500, 1L), List.of()),
                result(Map.of(201, 900L, 0, 1L), List.of()),
                result(Map.of(409, 900L), List.of()))) {
            assertThat(broken.sound()).isFalse();
            var page = Page.of(new ScaleReport(broken, Machine.here()).page().html());
            assertThat(page.count("svg")).isZero();
            assertThat(page.text()).contains("no speed to tell").doesNotContain("accepted a second");
        }
    }

    private static ScaleResult result(Map<Integer, Long> last, List<String> unclean) {
        var plan = Plan.of(Options.parse(List.of(), Plan.OPTIONS));
        var rows =
                new Curve("Rows", "rows", List.of(point("100 rows", Map.of(201, 1_000L)), point("1,000 rows", last)));
        var days = new Curve("Days", "days", List.of(point("1 day", Map.of(201, 1_000L))));
        return new ScaleResult(plan, List.of(rows, days), unclean);
    }

    private static Point point(String at, Map<Integer, Long> byStatus) {
        var micros = new Histogram(1_000_000, 3);
        micros.recordValue(1_500);
        var cpu = Map.of("server", 1.0, "server-17", 0.5, "database", 0.25, "generator", 9.0);
        return new Point(at, 2, byStatus, micros, cpu, 3_000);
    }
}
