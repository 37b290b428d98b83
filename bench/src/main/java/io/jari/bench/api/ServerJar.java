package io.jari.bench.api;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server as the build leaves it, and how a process of it is begun. */
public record ServerJar(Path file) {

    /** The property {@code jari.server.jar}, or beside this module. */
    public static ServerJar found() {
        var named = System.getProperty("jari.server.jar", "");
        var candidates = named.isEmpty()
                ? List.of(
                        Path.of("server/target/quarkus-app/quarkus-run.jar"),
                        Path.of("../server/target/quarkus-app/quarkus-run.jar"),
                        besideClasses())
                : List.of(Path.of(named));
        return new ServerJar(candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No server is built at " + candidates)));
    }

    /** The payment provider that a demo pays through, as the build leaves it; empty where the environment names one, or there is none. */
    public Map<String, String> provider() {
        var built = file.toAbsolutePath()
                .resolve("../../../../provider/target/jari-provider.jar")
                .normalize();
        return System.getenv("JARI_PROVIDER_JAR") == null && Files.exists(built)
                ? Map.of("JARI_PROVIDER_JAR", built.toString())
                : Map.of();
    }

    /** A process that runs this verb on the data of that folder, with the launcher's options for Java. */
    public ProcessBuilder process(Path data, String verb, List<String> more) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(cached());
        words.addAll(javaOptions());
        words.addAll(List.of("-jar", file.toAbsolutePath().toString(), verb));
        words.addAll(List.of("--data", data.toString()));
        words.addAll(more);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("JARI_DEMO_FANS", "off"); // they would take its time
        return builder;
    }

    /** With the class cache that the launcher made, as its own servers have it: the property {@code jari.server.cache}. */
    private static List<String> cached() throws IOException {
        var cache = System.getProperty("jari.server.cache", "");
        return cache.isEmpty() || !Files.exists(Path.of(cache)) || Files.size(Path.of(cache)) == 0
                ? List.of()
                : List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /** Of its JVM, beside what it always has: the property {@code jari.server.java.options}. */
    private static List<String> javaOptions() {
        var options = System.getProperty("jari.server.java.options", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /** Found from where these classes lie, so that the launcher works from any folder. */
    private static Path besideClasses() {
        var source = ServerJar.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(source.toString()))
                .resolve("../../../server/target/quarkus-app/quarkus-run.jar")
                .normalize();
    }
}
