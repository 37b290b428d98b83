package io.jari.bench.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run came to.
 *
 * @param unclean what verify found
 */
record ScaleResult(Plan plan, List<Curve> curves, List<String> unclean) {

    /** What must not be and was; where there is something, nothing has a speed. */
    List<String> broken() {
        var broken = new ArrayList<>(unclean);
        for (var curve : curves) {
            curve.points().stream()
                    .filter(Point::strange)
                    .forEach(point -> broken.add(
                            "with %s reservations were answered with %s".formatted(point.at(), point.byStatus())));
        }
        return broken;
    }

    boolean sound() {
        return broken().isEmpty();
    }

    /** Of the largest chain, in percent of the smallest. */
    double rowsPercent() {
        var points = curves.getFirst().points();
        return 100 * points.getLast().perSecond() / points.getFirst().perSecond();
    }

    String json() {
        var json = new ObjectMapper().createObjectNode();
        json.put("connections", plan.offer().connections())
                .put("seed", plan.offer().seed());
        for (var curve : curves) {
            var points = json.putArray(curve.name());
            for (var point : curve.points()) {
                var node = points.addObject();
                node.put("at", point.at())
                        .put("seconds", point.seconds())
                        .put("accepted", point.accepted())
                        .put("p50", point.millis(50))
                        .put("p95", point.millis(95))
                        .put("p99", point.millis(99))
                        .put("walBytes", point.walBytes());
                point.byStatus().forEach((status, count) -> node.put("status " + status, count));
                point.cpuSeconds().forEach((name, seconds) -> node.put("cpu seconds, " + name, seconds));
            }
        }
        return json.toPrettyString();
    }
}
