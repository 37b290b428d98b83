package io.jari.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Far more customers than are let in, beside idle and slow connections: what was acknowledged is there, who is refused is told when to come
 * again, and afterwards all is as before.
 */
class OverloadVerbIT {
    private static final boolean LONG = Boolean.getBoolean("jari.long");

    @Test
    void nothingIsLostAndItBecomesNormalAgain() throws Exception {
        var said = LONG
                ? played(Map.of(), "--minutes", "3")
                : played(
                        Map.of("JARI_HTTP_REQUESTS", "8"),
                        List.of(
                                        "--peak",
                                        "100",
                                        "--times",
                                        "30",
                                        "--minutes",
                                        "0.1",
                                        "--warmup",
                                        "1",
                                        "--idle",
                                        "500",
                                        "--slow",
                                        "100",
                                        "--connections",
                                        "256")
                                .toArray(String[]::new));
        assertThat(said.exitCode).as(said.text).isZero();
        assertThat(said.text).contains("verify                   clean").containsPattern("reserve 201=[1-9]");
        assertThat(said.text).as("it was too much").containsPattern("(order|reserve) 503=[1-9]");
    }

    /** The twin: where all are let in, nobody is told that it is too much. */
    @Test
    void withoutABoundNobodyIsRefused() throws Exception {
        var said = played(
                Map.of("JARI_HTTP_REQUESTS", "1000000"),
                "--peak",
                "100",
                "--times",
                "3",
                "--minutes",
                "0.05",
                "--warmup",
                "0.5",
                "--idle",
                "0",
                "--slow",
                "0",
                "--connections",
                "256");
        assertThat(said.text).contains("reserve 201=").doesNotContain("503=");
    }

    private record Said(int exitCode, String text) {}

    private static Said played(Map<String, String> environment, String... words) throws Exception {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            var exitCode = new OverloadVerb(List.of(words), out, environment).run();
            return new Said(exitCode, said.toString(StandardCharsets.UTF_8));
        }
    }
}
