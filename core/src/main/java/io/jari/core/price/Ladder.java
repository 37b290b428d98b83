package io.jari.core.price;

import java.util.List;

/** Steps ready for looking up: ascending bounds and their factors. */
final class Ladder {

    private final int[] from;
    private final Factor[] factors;

    Ladder(List<Step> steps) {
        from = steps.stream().mapToInt(Step::from).toArray();
        factors = steps.stream().map(step -> Factor.of(step.factor())).toArray(Factor[]::new);
    }

    /** The index of the highest step at or below the value, -1 below the first. */
    int index(int value) {
        int index = from.length - 1;
        while (index >= 0 && from[index] > value) {
            index--;
        }
        return index;
    }

    Factor factor(int index) {
        return index < 0 ? Factor.ONE : factors[index];
    }

    int from(int index) {
        return from[index];
    }
}
