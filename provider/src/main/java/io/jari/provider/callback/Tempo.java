package io.jari.provider.callback;

import java.time.Duration;
import java.util.List;

/**
 * How long things wait: before each further try of a callback, for an answer to one, for the later callback
 * that an earlier one lets pass, and on a request that gets no answer.
 */
public record Tempo(List<Duration> pauses, Duration patience, Duration stepAside, Duration hold) {
    public static final Tempo USUAL = new Tempo(
            List.of(1, 2, 5, 10, 30).stream().map(Duration::ofSeconds).toList(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30));
}
