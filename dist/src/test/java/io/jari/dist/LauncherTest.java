package io.jari.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher beside what was built, and in a source tree, with a Java that only notes how it was called. */
class LauncherTest {
    private static final String NOTING_JAVA = """
            #!/bin/sh
            echo "$JARI_DATA $*" >>"$(dirname "$0")/calls"
            for word in "$@"; do
                case $word in
                -XX:AOTCacheOutput=*) echo classes >"${word#*=}" ;;
                esac
            done
            """;

    private Machine machine;
    private Path java;
    private Path calls;

    @BeforeEach
    void aMachineWithANotingJava() throws IOException {
        machine = new Machine();
        java = machine.folder("java");
        var program = machine.openFolder("java/bin").resolve("java");
        Files.writeString(program, NOTING_JAVA);
        Machine.mode(program, "rwxr-xr-x");
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        calls = program.resolveSibling("calls");
    }

    @AfterEach
    void remove() throws IOException {
        machine.close();
    }

    @Test
    void anArchiveRunsWithAJavaThatHasNoCompiler() throws Exception {
        var said = run(archive("readable"), "start", "--port", "1");
        assertThat(said).isEqualTo(new Machine.Ended(0, ""));
        assertThat(calls()).singleElement().asString().contains("/server/quarkus-run.jar start --port 1");
    }

    @Test
    void aSourceTreeWantsACompilerAndMaven() throws Exception {
        var home = launcher("sources");
        Files.writeString(home.resolve("pom.xml"), "<project>\n  <version>7.8.9</version>\n");
        assertThat(run(home, "--version").text()).isEqualTo("Jari 7.8.9\n");
        var said = run(home, "start");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).containsAnyOf("Maven 3.8.7 or newer is needed", "no JDK 25 or newer");
        assertThat(calls).doesNotExist();
    }

    @Test
    void anArchiveKnowsItsVersionAndThatItIsBuilt() throws Exception {
        var home = archive("readable");
        assertThat(run(home, "--version")).isEqualTo(new Machine.Ended(0, "Jari 1.2.3\n"));
        for (var verb : List.of("test", "package")) {
            var said = run(home, verb);
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.text()).contains(verb + " needs the sources");
        }
        assertThat(run(home, "package", "--help").text()).contains("target/jari-VERSION.tar.gz");
        assertThat(calls).doesNotExist();
    }

    @Test
    void helpWithOneBenchIsOfThatOne() throws Exception {
        var home = archive("help");
        for (var bench :
                List.of("booking", "seats", "queue", "overload", "strategies", "reads", "scale", "core", "wallet")) {
            assertThat(run(home, "bench", bench, "--help").text())
                    .startsWith("Usage: ./jari bench " + bench + " ")
                    .containsOnlyOnce("Usage:")
                    .contains("\n" + bench + ": ", "\n  --")
                    .doesNotContain(bench.equals("core") ? "\nbooking: " : "\ncore: ");
        }
        assertThat(run(home, "bench", "--help").text()).contains("\nbooking: ", "\ncore: ", "\nwallet: ");
        assertThat(calls).doesNotExist();
    }

    @Test
    void theFirstStartMakesAClassCacheBesideTheLauncher() throws Exception {
        var home = archive("own");
        Machine.mode(home, "rwxrwxrwx");
        assertThat(run(home, "start").text()).contains("Preparing a fast start");
        assertThat(run(home, "verify").text()).isEmpty();
        var cache = home.resolve(".jari/classes-1.2.3.aot");
        assertThat(calls()).hasSize(3);
        assertThat(calls().get(0)).contains("-XX:AOTCacheOutput=" + cache);
        assertThat(calls().get(1)).contains("-XX:AOTCache=" + cache).startsWith(home + "/data ");
        assertThat(calls().get(2)).contains("-XX:AOTCache=" + cache).contains("verify");
    }

    @Test
    void whereOnlyTheDataMayBeWrittenTheClassCacheIsThere() throws Exception {
        var data = machine.openFolder("data");
        run(archive("readable"), Map.of("JARI_DATA", data.toString()), "start");
        var cache = data.resolve("launcher/classes-1.2.3.aot");
        assertThat(calls()).hasSize(2);
        assertThat(calls().getLast()).contains("-XX:AOTCache=" + cache).startsWith(data + " ");
    }

    @Test
    void theNextVersionMakesItsOwnClassCacheInTheSamePlace() throws Exception {
        var data = machine.openFolder("data");
        var home = archive("readable");
        run(home, Map.of("JARI_DATA", data.toString()), "start");
        Files.writeString(home.resolve("VERSION"), "1.2.4\n");
        run(home, Map.of("JARI_DATA", data.toString()), "start");
        assertThat(data.resolve("launcher")).isDirectoryContaining("glob:**/classes-1.2.4.aot");
        assertThat(data.resolve("launcher")).isDirectoryNotContaining("glob:**/classes-1.2.3.aot");
    }

    @Test
    void theTrainingStartSeesNothingOfTheEnvironment() throws Exception {
        var data = machine.openFolder("data");
        run(archive("readable"), Map.of("JARI_DATA", data.toString(), "JARI_DB_URL", "postgres://real"), "start");
        assertThat(calls().getFirst()).startsWith(" ").contains("start --data " + data.resolve("launcher/training"));
    }

    @Test
    void whatWorksOnAServerIsToldWhereTheServersJarIs() throws Exception {
        var home = archive("readable");
        run(home, "replay", "bookings.csv");
        assertThat(calls().getFirst())
                .contains("-Djari.server.jar=" + home.resolve("server/quarkus-run.jar"))
                .contains(home + "/bench/jari-bench.jar:" + home + "/bench/lib/*")
                .endsWith("io.jari.bench.Bench replay bookings.csv");
    }

    private Path archive(String name) throws IOException {
        var home = launcher(name);
        Files.writeString(home.resolve("VERSION"), "1.2.3\n");
        Files.createDirectories(home.resolve("server"));
        Files.writeString(home.resolve("server/quarkus-run.jar"), "");
        return Machine.mode(home, "r-xr-xr-x");
    }

    private Path launcher(String name) throws IOException {
        var home = machine.folder(name).toRealPath();
        Files.copy(Path.of("..", "jari"), home.resolve("jari"));
        Machine.mode(home.resolve("jari"), "rwxr-xr-x");
        return home;
    }

    private Machine.Ended run(Path home, String... words) throws Exception {
        return run(home, Map.of(), words);
    }

    private Machine.Ended run(Path home, Map<String, String> environment, String... words) throws Exception {
        var all = new HashMap<>(environment);
        all.put("JAVA_HOME", java.toString());
        var line = new String[words.length + 1];
        line[0] = home.resolve("jari").toString();
        System.arraycopy(words, 0, line, 1, words.length);
        return machine.run(all, line);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }
}
