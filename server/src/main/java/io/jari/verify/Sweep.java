package io.jari.verify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that are read once for several rules.
 *
 * @param rows what a row is called
 * @param from SQL of the rows; {@code :low}, {@code :high} bound the partitions, {@code :now} is the time, and {@code :latest} the
 * latest that ever was, {@code :ran_twice} the times that came twice since the clock was set back
 * @param whole whether the rows can't be taken partition by partition
 */
record Sweep(String rows, String from, boolean whole, List<Rule> rules) {

    /** How many rows there are, and how many break each rule, in the order of the rules. */
    String counts() {
        return rules.stream()
                .map(rule -> "count(*) filter (where " + rule.broken() + ")")
                .collect(Collectors.joining(",\n", "select count(*),\n", "\nfrom (" + from + ") r"));
    }

    String examples(Rule rule, int limit) {
        return "select " + rule.shows() + " from (" + from + ") r where " + rule.broken() + " limit " + limit;
    }
}
