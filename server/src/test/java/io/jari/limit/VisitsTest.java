package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ten times as many people as can be served, each with a dozen requests one after the other, who go where they are refused. All that comes
 * in one round of an event loop is under way until its end.
 */
class VisitsTest {
    private static final int MOST = 1_024;
    private static final int REQUESTS = 12;
    /** Visits a round that would come to their end, were just so many requests taken as newcomers may fill. */
    private static final double PEAK = (double) Step.COME.share(MOST) / REQUESTS;

    private static final int ARRIVALS = (int) (10 * PEAK);
    private static final int ROUNDS = 2_000;
    private static final int ROUNDS_PER_TURN = 2;

    @Test
    void visitsThatAreBegunComeToTheirEnd() {
        var visits = visits(true);
        assertThat(visits.ended).isGreaterThan(0.8 * PEAK * ROUNDS);
        assertThat(visits.useful()).isGreaterThan(0.95);
    }

    /** The twin. */
    @Test
    void whereNobodyIsKnownHardlyAnyDoes() {
        var visits = visits(false);
        assertThat(visits.ended).isLessThan(0.05 * PEAK * ROUNDS);
        assertThat(visits.useful()).isLessThan(0.05);
    }

    private record Visits(double ended, double served) {
        /** Of what was served, what was not for nothing. */
        double useful() {
            return REQUESTS * ended / served;
        }
    }

    private static Visits visits(boolean knowing) {
        var visitors = new Visitors();
        var newcomers = new Newcomers(Step.COME.share(MOST));
        var chance = new Random(1);
        List<int[]> inside = new ArrayList<>();
        var people = 0;
        var ended = 0;
        var served = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var asking = new ArrayList<>(inside);
            for (var i = 0; i < ARRIVALS; i++) {
                asking.add(new int[] {people++, 0});
            }
            Collections.shuffle(asking, chance);
            inside.clear();
            var underWay = 0;
            for (var visit : asking) {
                var visitor = Visitors.number(name -> null, "person " + visit[0]);
                var isKnown = knowing && visitors.known(visitor);
                if (isKnown) {
                    newcomers.inside(underWay + 1);
                }
                if (underWay >= (isKnown ? Step.LOOK.share(MOST) : newcomers.share())) {
                    continue;
                }
                underWay++;
                served++;
                visitors.came(visitor);
                if (++visit[1] == REQUESTS) {
                    ended++;
                } else {
                    inside.add(visit);
                }
            }
            if (round % ROUNDS_PER_TURN == 0) {
                newcomers.turn();
            }
        }
        return new Visits(ended, served);
    }
}
