package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.payment.FairShare.Line;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairShareTest {
    private final FairShare share = new FairShare();
    private final Map<Line, Integer> waiting = new EnumMap<>(Line.class);
    private final Map<Line, Integer> served = new EnumMap<>(Line.class);

    /** So many calls are free, so many wait, and so many are served. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            16, wanted: 100 refunds: 100 asked: 100, wanted: 8 refunds: 4 asked: 4
            16, wanted: 0 refunds: 0 asked: 100,     wanted: 0 refunds: 0 asked: 16
            16, wanted: 0 refunds: 100 asked: 0,     wanted: 0 refunds: 16 asked: 0
            16, wanted: 100 refunds: 1 asked: 100,   wanted: 11 refunds: 1 asked: 4
            16, wanted: 1 refunds: 1 asked: 1,       wanted: 1 refunds: 1 asked: 1
             4, wanted: 100 refunds: 100 asked: 100, wanted: 2 refunds: 1 asked: 1
             3, wanted: 100 refunds: 100 asked: 100, wanted: 2 refunds: 1 asked: 0
             1, wanted: 100 refunds: 100 asked: 100, wanted: 1 refunds: 0 asked: 0
             1, wanted: 0 refunds: 0 asked: 1,       wanted: 0 refunds: 0 asked: 1
             0, wanted: 100 refunds: 100 asked: 100, wanted: 0 refunds: 0 asked: 0
            """)
    void eachLineHasItsShareAndWhatOthersLeave(int free, String waiting, String expected) {
        wait(waiting);
        share.of(free, this::serve);
        assertThat(served()).isEqualTo(expected);
    }

    /** A provider that fails has one call at a time. */
    @Test
    void oneByOneEachLineHasItsTurn() {
        wait("wanted: 100 refunds: 100 asked: 100");
        for (var i = 0; i < 40; i++) {
            assertThat(share.of(1, this::serve)).isEqualTo(1);
        }
        assertThat(served()).isEqualTo("wanted: 20 refunds: 10 asked: 10");
    }

    private void wait(String counts) {
        try (var words = new Scanner(counts)) {
            while (words.hasNext()) {
                var line = words.next().replace(":", "").toUpperCase(Locale.ROOT);
                waiting.put(Line.valueOf(line), words.nextInt());
            }
        }
    }

    private int serve(Line line, int most) {
        var count = Math.min(most, waiting.getOrDefault(line, 0));
        waiting.merge(line, -count, Integer::sum);
        served.merge(line, count, Integer::sum);
        return count;
    }

    private String served() {
        return Stream.of(Line.values())
                .map(line -> line.name().toLowerCase(Locale.ROOT) + ": " + served.getOrDefault(line, 0))
                .collect(Collectors.joining(" "));
    }
}
