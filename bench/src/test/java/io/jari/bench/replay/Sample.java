package io.jari.bench.replay;

import java.nio.file.Path;

/** The bookings that ship with the tests. */
final class Sample {
    static final Path FILE = Path.of("src/test/resources/resort-sample.csv");

    private Sample() {}
}
