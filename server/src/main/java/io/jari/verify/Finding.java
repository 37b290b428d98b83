package io.jari.verify;

import java.util.List;

/**
 * What became of one rule.
 *
 * @param unit what was checked: nights
 * @param examples the first of those that break it
 */
record Finding(Rule rule, String unit, long checked, long broken, List<String> examples) {
    boolean isFault() {
        return broken > 0 && rule.weight() == Rule.Weight.FAULT;
    }
}
