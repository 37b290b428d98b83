package io.jari.concert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Seat plans to import. */
final class TestPlans {
    private TestPlans() {}

    /** A plan of four seats as pretix's editor writes it, with all that it notes for itself. */
    static String sample() {
        try (var stream = Objects.requireNonNull(TestPlans.class.getResourceAsStream("/pretix-plan.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
