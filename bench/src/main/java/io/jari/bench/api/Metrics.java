package io.jari.bench.api;

import java.nio.charset.StandardCharsets;
import java.util.stream.DoubleStream;

/** What a server tells of itself at one moment, in Prometheus's lines. */
public record Metrics(String text) {
    private static final String PATH = "/q/metrics";

    /** @param staff the listener that has them */
    public static Metrics of(Api staff) {
        try {
            return read(staff);
        } catch (IllegalStateException _) {
            return read(
                    staff); // a connection kept may end just when it is used again: twice in a row is another matter
        }
    }

    private static Metrics read(Api staff) {
        return new Metrics(new String(staff.bytes(PATH), StandardCharsets.UTF_8));
    }

    /** Of all whose line begins so. */
    public double sum(String begin) {
        return values(begin).sum();
    }

    /** Of all of that name that have a label, as {@code of="seat"}. */
    public double sum(String name, String label) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(Metrics::value)
                .sum();
    }

    /** The greatest; 0 where there are none. */
    public double most(String begin) {
        return values(begin).max().orElse(0);
    }

    private DoubleStream values(String begin) {
        return text.lines().filter(line -> line.startsWith(begin)).mapToDouble(Metrics::value);
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
