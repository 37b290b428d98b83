package io.jari.bench.replay;

import io.jari.bench.chart.Table;
import java.util.List;

/** A replay's result for a terminal. */
record ReplaySummary(ReplayResult result) {

    String text() {
        var figures = result.figures().entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        var text = new StringBuilder("\n");
        add(text, new Table(List.of("What", "How many"), figures));
        add(text, result.refusals());
        add(text, result.laterRefusals());
        add(text, result.flaws());
        add(text, result.problems());
        text.append("Reserving took\n");
        add(text, result.latencies());
        if (!result.invariants().isEmpty()) {
            text.append("Invariants\n")
                    .append(String.join("\n", result.invariants()).indent(2))
                    .append('\n');
        }
        text.append(result.verdict()).append('\n');
        return text.toString();
    }

    private static void add(StringBuilder text, Table table) {
        if (!table.rows().isEmpty()) {
            text.append(table.text()).append('\n');
        }
    }
}
