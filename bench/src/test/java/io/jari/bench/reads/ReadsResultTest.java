package io.jari.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.bench.api.OwnServer.Said;
import io.jari.bench.chart.Page;
import io.jari.bench.cli.Options;
import io.jari.bench.load.OpenLoop.Came;
import io.jari.bench.reads.Contest.Outcome;
import io.jari.bench.reads.Funnel.Stretch;
import io.jari.bench.report.Machine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReadsResultTest {
    private static final Said CLEAN = new Said(0, "All holds.");

    @Test
    void costsAreSharedOutOverAllAnswers() {
        var sum = Turn.sum(List.of(turn(200, 100, 1, 0.5), turn(200, 300, 3, 0.7)));

        assertThat(sum.requests()).isEqualTo(400);
        assertThat(sum.perSecond()).isEqualTo(100);
        assertThat(sum.cpuMicros()).isEqualTo(3_000);
    }

    @Test
    void aSoundRunTellsItsFigures() {
        var result = result(List.of(turn(200, 100, 1, 0.1)), List.of(turn(200, 100, 1, 0.05)), passage(200), CLEAN);

        assertThat(result.sound()).isTrue();
        var page = Page.of(new ReadsReport(result, Machine.here()).page().html());
        assertThat(page.count("svg")).isEqualTo(4);
        assertThat(page.text()).contains("1,000 µs", "nginx's 500", "10 times the funnel");
    }

    @Test
    void withoutNginxThereIsNoRatio() {
        var result = result(List.of(turn(200, 100, 1, 0.1)), List.of(), passage(200), CLEAN);

        var page = Page.of(new ReadsReport(result, Machine.here()).page().html());
        assertThat(result.sound()).isTrue();
        assertThat(page.count("svg")).isEqualTo(3);
    }

    @Test
    void whatIsBrokenHasNoSpeed() {
        var well = List.of(turn(200, 100, 1, 0.1));
        for (var broken : List.of(
                result(List.of(turn(500, 1, 1, 0.1)), well, passage(200), CLEAN),
                result(well, List.of(turn(404, 1, 1, 0.1)), passage(200), CLEAN),
                result(well, well, passage(0), CLEAN),
                result(well, well, passage(200), new Said(1, "I1 does not hold")))) {
            assertThat(broken.sound()).isFalse();
            var page = Page.of(new ReadsReport(broken, Machine.here()).page().html());
            assertThat(page.count("svg")).isZero();
            assertThat(page.text()).contains("no speed to tell").doesNotContain("µs of Jari");
        }
    }

    @Test
    void aServerMaySayThatItIsTooMuch() {
        var passage = passage(Stage.TOO_MUCH);
        var result = result(List.of(turn(200, 1, 1, 0.1)), List.of(), passage, CLEAN);

        assertThat(passage.errors()).isEqualTo(1);
        assertThat(result.sound()).isTrue();
    }

    @Test
    void theHighestIsTheLastThatWasKeptUpWith() {
        var kept = new Stretch(3, 10, new Came(100, 90, 0), passages(passage(200)));
        var lost = new Stretch(10, 10, new Came(100, 89, 5), passages(passage(200)));
        var plan = ReadsVerb.Plan.of(Options.parse(List.of(), Set.of()));

        assertThat(new ReadsResult(plan, List.of(), List.of(kept, lost), List.of(), CLEAN).highest())
                .contains(kept);
    }

    @Test
    void multiplesAreNumbers() {
        for (var text : List.of("1,x", "0", "1,,2", "")) {
            var options = Options.parse(List.of("--multiples", text), Set.of("multiples"));
            assertThatThrownBy(() -> ReadsVerb.Plan.of(options))
                    .isInstanceOf(Options.Misuse.class)
                    .hasMessageContaining("--multiples takes numbers");
        }
    }

    private static ReadsResult result(List<Turn> jari, List<Turn> nginx, Passage passage, Said verified) {
        var question =
                new Question("seat map", "/s", List.<String[]>of(new String[0]), 200, new byte[10], "text/plain", true);
        return new ReadsResult(
                ReadsVerb.Plan.of(Options.parse(List.of(), Set.of())),
                List.of(new Outcome(question, jari, nginx)),
                List.of(new Stretch(10, 1, new Came(1, 1, 0), passages(passage))),
                List.of(),
                verified);
    }

    private static Map<Stage, Passage> passages(Passage view) {
        return Map.of(
                Stage.VIEW, view, Stage.ORDER, new Passage(Stage.ORDER), Stage.RESERVE, new Passage(Stage.RESERVE));
    }

    private static Passage passage(int status) {
        var passage = new Passage(Stage.VIEW);
        passage.answered(status);
        passage.done(1_000_000);
        return passage;
    }

    private static Turn turn(int status, int requests, double seconds, double cpuSeconds) {
        var micros = new Histogram(1_000_000, 3);
        Stream.generate(() -> 100L).limit(requests).forEach(micros::recordValue);
        return new Turn(seconds, cpuSeconds, Map.of(status, (long) requests), micros);
    }
}
