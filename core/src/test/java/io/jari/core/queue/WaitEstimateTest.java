package io.jari.core.queue;

import static io.jari.core.queue.Lines.OPENING;
import static io.jari.core.queue.Lines.RATE;
import static io.jari.core.queue.Lines.everySecond;
import static io.jari.core.queue.Lines.firstCome;
import static io.jari.core.queue.Lines.movingSince;
import static io.jari.core.queue.Lines.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jari.core.queue.LineState.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {
    private static double seen(LineState line, long sinceMillis, long nowMillis) {
        return WaitEstimate.perSecond(movingSince(line, sinceMillis, nowMillis), nowMillis);
    }

    @Test
    void aLineThatMovesEvenlyIsSeenAsItIs() {
        for (var seconds : new int[] {6, 30, 60, 90}) {
            var now = OPENING + seconds * 1_000L;
            var line = firstCome(200_000, seconds * 100L, everySecond(seconds, 100), now);
            assertThat(seen(line, OPENING, now)).as("after %d s", seconds).isCloseTo(100, within(5.0));
        }
    }

    @Test
    void whatIsRecentCountsMore() {
        var steps = new ArrayList<>(everySecond(40, 300));
        for (var second = 40; second < 60; second++) {
            var first = 12_000 + (second - 40) * 30L;
            steps.add(step(first + 1, first + 30, OPENING + second * 1_000L));
        }
        var now = OPENING + 60_000;
        var line = firstCome(200_000, 12_600, steps, now);
        var evenly = (40 * 300 + 20 * 30) / 60.0;
        assertThat(seen(line, OPENING, now)).isBetween(30.0, 0.7 * evenly);
    }

    @Test
    void whatIsSetCountsWhileNothingWasSeenAndIsNeverExceeded() {
        var line = firstCome(200_000, 0, List.of(), OPENING);
        assertThat(seen(line, OPENING, OPENING + 9_999)).isEqualTo(RATE);
        var now = OPENING + 20_000;
        assertThat(seen(firstCome(200_000, 20_000, everySecond(20, 1_000), now), OPENING, now))
                .isEqualTo(RATE);
    }

    @Test
    void aLineThatDoesNotMoveHasNoRate() {
        var now = OPENING + 10_000;
        var stuck = firstCome(200_000, 0, List.of(), now);
        assertThat(seen(stuck, OPENING, now)).isZero();
        assertThat(wait(stuck, 7, 0, now)).isEqualTo(WaitEstimate.UNKNOWN);
    }

    @Test
    void theTimeBeforeTheOpeningAndOfAPauseDoesNotCount() {
        var closed = firstCome(200_000, 0, List.of(), OPENING).after(LineState.OFF, OPENING - 600_000);
        assertThat(closed.movingSinceMillis()).isEqualTo(LineState.STANDS);
        assertThat(WaitEstimate.perSecond(closed.after(closed, OPENING), OPENING))
                .isEqualTo(RATE);
        var now = OPENING + 30_000;
        var moved = movingSince(firstCome(200_000, 3_000, everySecond(30, 100), now), OPENING, now);
        var paused = Lines.line(Mode.FIRST_COME, true, false, 200_000, 3_000, everySecond(30, 100), now)
                .after(moved, now);
        assertThat(paused.movingSinceMillis()).isEqualTo(LineState.STANDS);
        var resumed = moved.after(paused, now + 25_000);
        assertThat(resumed.movingSinceMillis()).isEqualTo(now + 25_000);
        var further = new ArrayList<>(everySecond(30, 100));
        for (var second = 0; second < 8; second++) {
            var first = 3_000 + second * 100L;
            further.add(step(first + 1, first + 100, now + 25_000 + second * 1_000L));
        }
        var later = now + 33_000;
        assertThat(WaitEstimate.perSecond(
                        firstCome(200_000, 3_800, further, later).after(resumed, later), later))
                .isCloseTo(100, within(5.0));
    }

    @Test
    void anHourInWhichNobodyWaitedSaysNothing() {
        var idle = firstCome(500, 500, List.of(), OPENING).after(LineState.OFF, OPENING + 3_600_000);
        assertThat(idle.movingSinceMillis()).isEqualTo(LineState.STANDS);
        var now = OPENING + 3_600_200;
        var line = firstCome(520, 500, List.of(), now).after(idle, now);
        assertThat(WaitEstimate.perSecond(line, now)).isEqualTo(RATE);
    }

    @Test
    void theWaitIsThoseAheadByTheRate() {
        var now = OPENING + 30_000;
        var line = firstCome(200_000, 3_000, everySecond(30, 100), now);
        assertThat(wait(line, 3_001, 100, now)).isZero();
        assertThat(wait(line, 4_001, 100, now)).isEqualTo(10_000);
        assertThat(wait(line, 3_000, 100, now)).as("admitted").isZero();
        assertThat(wait(line, 501, 100, OPENING - 10_000)).as("not opened").isZero();
        assertThat(wait(firstCome(900, 0, List.of(), now), 501, 0, OPENING - 10_000))
                .as("until the opening, and then as it is set")
                .isEqualTo(11_000);
        assertThat(wait(Lines.soldOut(line), 4_001, 100, now)).isEqualTo(WaitEstimate.UNKNOWN);
        var drawn = Lines.line(Mode.DRAWN, false, false, 9, 0, List.of(), now);
        assertThat(wait(drawn, 1, 0, OPENING - 1)).isEqualTo(WaitEstimate.UNKNOWN);
        assertThat(wait(drawn, 1, 0, now)).isEqualTo(WaitEstimate.UNKNOWN);
        var paused = Lines.line(Mode.FIRST_COME, true, false, 9, 0, List.of(), now);
        assertThat(wait(paused, 1, RATE, now)).isEqualTo(WaitEstimate.UNKNOWN);
    }

    private static long wait(LineState line, long ticket, double perSecond, long nowMillis) {
        var place = Place.of(line, ticket, LongUnaryOperator.identity(), nowMillis);
        return WaitEstimate.millis(line, place, perSecond, nowMillis);
    }
}
