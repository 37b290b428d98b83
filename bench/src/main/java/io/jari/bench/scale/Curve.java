package io.jari.bench.scale;

import java.util.List;

/**
 * One thing varied, all else the same.
 *
 * @param across what is varied
 */
record Curve(String name, String across, List<Point> points) {
    Curve {
        points = List.copyOf(points);
    }
}
