package io.jari.core.queue;

import static io.jari.core.queue.Lines.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.AdmissionSteps.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionStepsTest {
    private static final long NOW = 10_000_000;

    private static Step closed(Step step) {
        return new Step(step.firstRank(), step.lastRank(), step.admittedAtMillis(), step.enterByMillis(), true);
    }

    private static AdmissionSteps of(Step... steps) {
        return AdmissionSteps.none().with(List.of(steps), NOW);
    }

    @Test
    void eachRankIsFoundInTheStepThatAdmittedIt() {
        var steps = of(step(11, 11, NOW), step(1, 10, NOW), step(20, 29, NOW));
        assertThat(steps.find(0)).isEqualTo(-1);
        assertThat(steps.find(1)).isZero();
        assertThat(steps.find(10)).isZero();
        assertThat(steps.find(11)).isEqualTo(1);
        assertThat(steps.find(12)).isEqualTo(-1);
        assertThat(steps.find(29)).isEqualTo(2);
        assertThat(steps.find(30)).isEqualTo(-1);
        assertThat(AdmissionSteps.none().find(1)).isEqualTo(-1);
    }

    @Test
    void aStepThatChangedTakesThePlaceOfWhatItWas() {
        var before = of(step(1, 10, NOW), step(11, 20, NOW));
        var after = before.with(List.of(step(21, 30, NOW), closed(step(1, 10, NOW))), NOW);
        assertThat(after.size()).isEqualTo(3);
        assertThat(after.get(0).closed()).isTrue();
        assertThat(after.get(1).closed()).isFalse();
        assertThat(before.get(0).closed()).as("never changed").isFalse();
    }

    @Test
    void whatIsOverIsKeptForTwoMinutesAndWhatIsOpenAsLongAsItIs() {
        var old = NOW - AdmissionSteps.KEPT_MILLIS;
        var steps = of(closed(step(1, 10, old)), step(11, 20, old), closed(step(21, 30, old + 1)));
        assertThat(steps.size()).isEqualTo(2);
        assertThat(steps.find(5)).isEqualTo(-1);
        assertThat(steps.with(List.of(), NOW + 1).size()).isEqualTo(1);
    }

    @Test
    void theyAreBounded() {
        var many = new ArrayList<Step>();
        for (var rank = 1L; rank <= AdmissionSteps.MOST + 100; rank++) {
            var step = step(rank, rank, NOW);
            many.add(rank > 9 && rank < 20 ? closed(step) : step);
        }
        var steps = AdmissionSteps.none().with(many, NOW);
        assertThat(steps.size()).isEqualTo(AdmissionSteps.MOST);
        assertThat(steps.get(0).firstRank()).as("ten that are over go first").isEqualTo(101);
        assertThat(steps.find(AdmissionSteps.MOST + 100)).isEqualTo(AdmissionSteps.MOST - 1);
    }
}
