package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBytesTest {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\"").withZone(ZoneOffset.UTC);

    @Test
    void timesAreAsTheLibraryWritesThem() {
        var random = new Random(1);
        var bytes = new JsonBytes();
        var last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        var some = random.longs(20_000, Instant.parse("1600-01-01T00:00:00Z").toEpochMilli(), last);
        for (var millis : some.toArray()) {
            assertThat(bytes.clear().time(millis).toString()).isEqualTo(TIME.format(Instant.ofEpochMilli(millis)));
        }
        for (var text :
                new String[] {"2028-02-29T00:00:00.000Z", "2100-03-01T00:00:00.000Z", "2000-02-29T23:59:59.999Z"}) {
            assertThat(bytes.clear().time(Instant.parse(text).toEpochMilli()).toString())
                    .isEqualTo('"' + text + '"');
        }
    }

    @Test
    void numbersAreWholeHoweverMany() {
        var bytes = new JsonBytes();
        var expected = new StringBuilder();
        for (var number : new long[] {0, 9, 10, 99, 12_345, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            for (var i = 0; i < 100; i++) {
                bytes.put(",").number(number);
                expected.append(',').append(number);
            }
        }
        assertThat(bytes.toString()).isEqualTo(expected.toString());
        assertThat(bytes.buffer().toString()).isEqualTo(expected.toString());
        assertThat(bytes.clear().number(7).buffer().toString()).isEqualTo("7");
    }
}
