package io.jari.bench.reads;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Some seconds of asking one server.
 *
 * @param cpuSeconds of that server
 */
record Turn(double seconds, double cpuSeconds, Map<Integer, Long> byStatus, Histogram micros) {

    static Turn sum(List<Turn> turns) {
        var seconds = 0.0;
        var cpuSeconds = 0.0;
        var byStatus = new TreeMap<Integer, Long>();
        var micros = new Histogram(turns.getFirst().micros);
        micros.reset();
        for (var turn : turns) {
            seconds += turn.seconds;
            cpuSeconds += turn.cpuSeconds;
            turn.byStatus.forEach((status, count) -> byStatus.merge(status, count, Long::sum));
            micros.add(turn.micros);
        }
        return new Turn(seconds, cpuSeconds, byStatus, micros);
    }

    long requests() {
        return micros.getTotalCount();
    }

    double perSecond() {
        return requests() / seconds;
    }

    double cpuMicros() {
        return 1e6 * cpuSeconds / requests();
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
