package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.bench.Bench;
import io.jari.bench.crowd.StubRoom.Fault;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fans of a demo, as the process that a server starts. */
class FansVerbTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private @Nullable Process fans;

    @AfterEach
    void stop() {
        if (fans != null) {
            fans.destroyForcibly();
        }
    }

    @Test
    void theyComeWhenTheServerIsThereAndEndByThemselves() throws Exception {
        var port = freePort();
        var process = start(port, 200);
        try (var room = new StubRoom(port, 50, 1_000)) {
            assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

            assertThat(process.exitValue()).isZero();
            assertThat(Files.readAllLines(folder.resolve("out")))
                    .singleElement()
                    .satisfies(line -> assertThat(line).matches("200 fans: [1-9][0-9]* bought, [0-9]+ were told .*"));
            assertThat(Files.readString(folder.resolve("err"))).isEmpty();
            assertThat(room.calls.get("POST /v1/queue")).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void theyGoAtOnceWhenTheyAreStoppedAndSoonWhenTheServerIsGone() throws Exception {
        var port = freePort();
        try (var room = new StubRoom(port, 50, 1_000, Fault.STUCK)) {
            var stopped = start(port, 100);
            await().atMost(LONG).until(() -> room.joined() > 0);
            stopped.destroy();
            assertThat(stopped.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("out"))).isEmpty();

            start(port, 100);
            await().atMost(LONG).until(() -> room.joined() == 100);
        }
        assertThat(fans().waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(fans().exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("out"))).contains("the server is gone");
    }

    @Test
    void theyComeEarlierWhenTheOpeningIsBroughtForward() throws Exception {
        var port = freePort();
        try (var room = new StubRoom(port, 50, 1_000)) {
            room.opensAt = Instant.now().plus(Duration.ofDays(1));
            var process = start(port, 100);
            await().atMost(LONG).until(room::wasLookedAt);
            assertThat(room.joined()).isZero();

            room.opensAt = Instant.now();
            assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(room.joined()).isPositive();
        }
    }

    private Process fans() {
        return java.util.Objects.requireNonNull(fans);
    }

    private Process start(int port, int people) throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path").replace("\n", File.pathSeparator),
                        Bench.class.getName(),
                        "fans",
                        "--url",
                        "http://127.0.0.1:" + port,
                        "--dawdle",
                        "0.1",
                        "--tokens",
                        "-"))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        fans = process;
        try (var in = process.outputWriter()) {
            for (var n : IntStream.range(0, people).toArray()) {
                in.write("js_" + n + "\n");
            }
        }
        return process;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
