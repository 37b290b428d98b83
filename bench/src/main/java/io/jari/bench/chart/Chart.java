package io.jari.bench.chart;

/** A picture in a report. */
public sealed interface Chart permits LineChart, BarChart, DotChart, HeatMap {
    String name();

    /** Legend and picture. */
    Tag draw();
}
