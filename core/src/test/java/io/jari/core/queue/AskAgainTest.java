package io.jari.core.queue;

import static io.jari.core.queue.Lines.OPENING;
import static io.jari.core.queue.Lines.RATE;
import static io.jari.core.queue.Lines.firstCome;
import static io.jari.core.queue.Lines.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.LineState.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskAgainTest {
    private static final long NOW = OPENING + 1_000;
    private static final LineState WAITING = firstCome(200_000, 0, List.of(), NOW);

    private final SplittableRandom random = new SplittableRandom(5);

    private long ask(LineState line, long ticket, long nowMillis) {
        var place = Place.of(line, ticket, LongUnaryOperator.identity(), nowMillis);
        var wait = WaitEstimate.millis(line, place, WaitEstimate.perSecond(line, nowMillis), nowMillis);
        return AskAgain.millis(line, place, wait, nowMillis, random);
    }

    /** All answers are within a fifth of this, and use that room. */
    private void assertAbout(long expected, LineState line, long ticket) {
        var asked = random.longs(2_000).map(_ -> ask(line, ticket, NOW)).toArray();
        assertThat(Arrays.stream(asked).min().orElseThrow()).isBetween(expected * 8 / 10, expected * 83 / 100);
        assertThat(Arrays.stream(asked).max().orElseThrow()).isBetween(expected * 117 / 100, expected * 12 / 10);
    }

    private void assertAtTheBack(LineState line, long ticket) {
        var asked = random.longs(2_000).map(_ -> ask(line, ticket, NOW)).toArray();
        assertThat(Arrays.stream(asked).min().orElseThrow()).isBetween(AskAgain.MOST / 2, 31_000L);
        assertThat(Arrays.stream(asked).max().orElseThrow()).isBetween(59_000L, AskAgain.MOST);
    }

    @Test
    void aThirdOfTheWaitButNotTooOftenNorTooSeldom() {
        assertAbout(1_500, WAITING, 1);
        assertAbout(1_500, WAITING, 4 * RATE);
        assertAbout(20_000, WAITING, 60 * RATE + 1);
        assertAtTheBack(WAITING, 200_000);
    }

    @Test
    void eachStateHasItsOwn() {
        var admitted = firstCome(200_000, 500, List.of(step(1, 500, NOW)), NOW);
        assertAbout(10_000, admitted, 1);
        assertAbout(30_000, Lines.soldOut(WAITING), 1);
        assertAtTheBack(firstCome(200_000, 500, List.of(), NOW), 1);
        var paused = Lines.line(Mode.FIRST_COME, true, false, 200_000, 0, List.of(), NOW);
        assertAbout(3_000, paused, 1);
        assertAtTheBack(paused, 200_000);
        assertAbout(30_000, Lines.line(Mode.DRAWN, false, false, 200_000, 0, List.of(), NOW), 1);
        assertAbout(3_000, Lines.line(Mode.DRAWN, false, false, 20, 0, List.of(), NOW), 1);
        assertAbout(30_000, LineState.OFF, 1);
    }

    @Test
    void aLineThatIsStuckIsAskedForAtItsFastest() {
        var stuck = Lines.movingSince(WAITING, OPENING, OPENING + 20_000);
        assertThat(WaitEstimate.perSecond(stuck, OPENING + 20_000)).isZero();
        assertThat(ask(stuck, 1, OPENING + 20_000)).isBetween(2_400L, 3_600L);
        assertThat(ask(stuck, 60 * RATE + 1, OPENING + 20_000)).isBetween(16_000L, 24_000L);
    }

    /** A full room of people of whom many stay away lets in nobody for a while, and then many. */
    @Test
    void whoWaitsInALineThatBarelyMovesAsksInTimeShouldItBeginTo() {
        var now = OPENING + 20_000;
        var barely = Lines.movingSince(
                firstCome(200_000, 100, List.of(step(1, 50, OPENING + 1_000), step(51, 100, now - 1_000)), now),
                OPENING,
                now);
        var ticket = 4 * RATE;
        assertThat(WaitEstimate.perSecond(barely, now)).isPositive().isLessThan(RATE / 20.0);
        assertThat(random.longs(2_000).map(_ -> ask(barely, ticket, now)).max().orElseThrow())
                .isLessThan(4_000 + barely.entrySeconds() * 1_000L / 2);
    }

    @Test
    void beforeTheOpeningAllAskSoonAfterItTheFrontFirst() {
        for (var until : new long[] {100, 10_000, 45_000}) {
            var now = OPENING - until;
            assertThat(ask(WAITING, 1, now)).isBetween(until + 700, until + 1_100);
            assertThat(ask(WAITING, 30 * RATE, now)).isBetween(Math.min(until + 4_500, 30_000), until + 13_000);
        }
        for (var i = 0; i < 1_000; i++) {
            assertThat(ask(WAITING, 1 + i * 200L, OPENING - 600_000)).isBetween(30_000L, AskAgain.MOST);
            assertThat(ask(WAITING, 1, OPENING - 52_000))
                    .as("not long after it")
                    .isBetween(30_000L, 54_000L);
        }
    }

    @Test
    void beforeADrawAnybodyMayBeFirst() {
        var line = Lines.line(Mode.DRAWN, false, false, 200_000, 0, List.of(), NOW);
        var asked =
                random.longs(10_000).map(_ -> ask(line, 1, OPENING - 10_000)).toArray();
        assertThat(Arrays.stream(asked).summaryStatistics())
                .satisfies(s -> assertThat(s.getMin()).isGreaterThanOrEqualTo(10_500))
                .satisfies(s -> assertThat(s.getMax()).isLessThan(40_500));
        assertThat(Arrays.stream(asked).average().orElseThrow())
                .as("evenly over half the time to come in")
                .isBetween(24_500.0, 26_500.0);
    }

    /** 200,000 come within 15 s, 500 are admitted a second: what that makes of asks, and how long the admitted do not know it. */
    @ParameterizedTest
    @ValueSource(ints = {-15_000, 0})
    void theLoadIsBoundedAndTheAdmittedLearnOfItSoon(int fromOpening) {
        var people = 200_000;
        var asks = new PriorityQueue<long[]>((a, b) -> Long.compare(a[0], b[0]));
        for (var ticket = 1; ticket <= people; ticket++) {
            var joined = OPENING + fromOpening + 15_000L * ticket / people;
            asks.add(new long[] {joined + ask(state(people, joined), ticket, joined), ticket});
        }
        var ofSecond = new int[600];
        var unknowing = 0L;
        var most = 0L;
        while (!asks.isEmpty()) {
            var next = asks.remove();
            var now = next[0];
            ofSecond[(int) ((now - OPENING + 15_000) / 1_000)]++;
            var line = state(people, now);
            if (next[1] <= line.admitted()) {
                var late = now - admittedAt(next[1]);
                unknowing += late;
                most = Math.max(most, late);
            } else {
                asks.add(new long[] {now + ask(line, next[1], now), next[1]});
            }
        }
        assertThat(Arrays.stream(ofSecond).max().orElseThrow()).isBetween(4_000, 12_000);
        assertThat(unknowing / people).isLessThan(2_000);
        assertThat(most).isLessThan(5_000);
    }

    /** A second's people come in at its end. */
    private static long admittedAt(long rank) {
        return OPENING + ((rank - 1) / RATE + 1) * 1_000;
    }

    private static LineState state(long tickets, long nowMillis) {
        var admitted = nowMillis < OPENING ? 0 : Math.min(tickets, (nowMillis - OPENING) / 1_000 * RATE);
        return firstCome(tickets, admitted, List.of(), nowMillis);
    }
}
