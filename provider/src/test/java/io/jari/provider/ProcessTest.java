package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider as a process of its own, as others start it. */
class ProcessTest {
    private static final String READY = "Provider is ready at ";
    private static final int CAPTURES_BEFORE_KILL = 200;
    private static final int GUESTS = 8;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void writeShops() throws IOException {
        Files.writeString(folder.resolve("shops.json"), """
                [{"name":"alpha","style":"callback","key":"sk_alpha_key",
                  "secret":"whsec_YWxwaGEtYWxwaGEtYWxwaGEtYWxwaGEtMzItYnl0ZXM="}]""");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatWasAnsweredBeforeAKillIsThereAfterwards() throws Exception {
        var first = java("--until-stdin-ends");
        var alpha = new Caller(urlOf(first), "sk_alpha_key");
        Set<String> captured = ConcurrentHashMap.newKeySet();
        try (var guests = Executors.newFixedThreadPool(GUESTS)) {
            for (var i = 0; i < GUESTS; i++) {
                guests.execute(() -> captureUntilKilled(alpha, captured));
            }
            try {
                await().atMost(1, TimeUnit.MINUTES).until(() -> captured.size() >= CAPTURES_BEFORE_KILL);
            } finally {
                first.destroyForcibly().waitFor();
            }
        }

        var again = new Caller(urlOf(java("--until-stdin-ends")), "sk_alpha_key");
        var logged = allLines(again).stream()
                .map(line -> line.get("checkout").asText())
                .toList();
        assertThat(logged).doesNotHaveDuplicates().containsAll(captured);
        // Killed in the midst: at most what each guest had under way was not answered.
        assertThat(logged.size()).isBetween(captured.size(), captured.size() + GUESTS);
    }

    private static void captureUntilKilled(Caller alpha, Set<String> captured) {
        try {
            while (true) {
                var id = alpha.open("R");
                if (alpha.pay(id).status() == 303) {
                    captured.add(id);
                }
            }
        } catch (Caller.NoAnswer e) {
            // The kill.
        }
    }

    private static List<JsonNode> allLines(Caller alpha) {
        var lines = new ArrayList<JsonNode>();
        JsonNode page;
        do {
            page = alpha.get("/v1/log?after=" + lines.size()).json();
            page.get("lines").forEach(lines::add);
        } while (page.get("more").asBoolean());
        return lines;
    }

    @Test
    void itEndsWithItsStandardInput() throws Exception {
        var process = java("--until-stdin-ends");
        urlOf(process);
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
        assertThat(errorsOf(process)).isEmpty();
    }

    @Test
    void itEndsWhenTold() throws Exception {
        var process = java();
        new Caller(urlOf(process), "sk_alpha_key").paid("R1");
        process.toHandle().destroy();
        process.waitFor();
        assertThat(errorsOf(process)).isEmpty();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void aSecondOneOnTheSameDataSaysSo() throws Exception {
        urlOf(java());
        var second = java();
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(errorsOf(second)).contains("Another provider works on");
    }

    @Test
    void aWrongCommandLineIsExplained() throws Exception {
        var process = main(List.of("--nonsense"));
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(errorsOf(process))
                .isEqualTo("provider: There is no option --nonsense; --help shows those there are\n");
    }

    @Test
    void helpIsThere() throws Exception {
        var process = main(List.of("--help"));
        assertThat(process.waitFor()).isZero();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("--data DIR", "--shops FILE", "--port N", "--until-stdin-ends");
    }

    private Process java(String... more) throws IOException {
        var words = new ArrayList<>(List.of(
                "--data",
                folder.resolve("data").toString(),
                "--shops",
                folder.resolve("shops.json").toString()));
        words.addAll(List.of(more));
        return main(words);
    }

    private Process main(List<String> words) throws IOException {
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        all.addAll(words);
        var process = new ProcessBuilder(all).start();
        started.add(process);
        return process;
    }

    private static String urlOf(Process process) throws IOException {
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null) {
            throw new AssertionError(errorsOf(process));
        }
        assertThat(line).startsWith(READY + "http://127.0.0.1:");
        return line.substring(READY.length());
    }

    private static String errorsOf(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
