package io.jari.bench.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Jari that was started for one run, with data of its own, and is gone with its data afterwards. */
public final class OwnServer implements AutoCloseable {
    private static final String READY = "/q/health/ready";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Path jar;
    private final Path home;
    private final Process process;
    private final int port;
    private final int internalPort;

    private OwnServer(Path jar, Path home, Process process, int port, int internalPort) {
        this.jar = jar;
        this.home = home;
        this.process = process;
        this.port = port;
        this.internalPort = internalPort;
    }

    /** The server's jar as the build leaves it: the property {@code jari.server.jar}, or beside this module. */
    public static Path jar() {
        var named = System.getProperty("jari.server.jar", "");
        var candidates = named.isEmpty()
                ? List.of(
                        Path.of("server/target/quarkus-app/quarkus-run.jar"),
                        Path.of("../server/target/quarkus-app/quarkus-run.jar"),
                        besideClasses())
                : List.of(Path.of(named));
        return candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No server is built at " + candidates));
    }

    public static OwnServer start(Path jar) throws IOException, InterruptedException {
        return start(jar, Map.of());
    }

    /** @param environment beside this process's own, and above it */
    public static OwnServer start(Path jar, Map<String, String> environment) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("jari-own");
        var port = freePort();
        var internalPort = freePort();
        while (internalPort == port) {
            internalPort = freePort();
        }
        var ports = List.of("--port", Integer.toString(port), "--internal-port", Integer.toString(internalPort));
        var builder = java(jar, home, "start", ports)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var server = new OwnServer(jar, home, process, port, internalPort);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        server.awaitReady();
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI internalUrl() {
        return URI.create("http://127.0.0.1:" + internalPort);
    }

    public long pid() {
        return process.pid();
    }

    /** Of its PostgreSQL, which all its processes descend from. */
    public long databasePid() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data/postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** Everything the server has said. */
    public String log() throws IOException {
        return Files.readString(home.resolve("log"));
    }

    /** Runs another verb on the same data while the server lives, and returns what it printed. */
    public Said run(String verb, String... options) throws IOException, InterruptedException {
        var beside = java(jar, home, verb, List.of(options))
                .redirectErrorStream(true)
                .start();
        var text = new String(beside.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Said(beside.waitFor(), text);
    }

    /** How a verb ended, and its words. */
    public record Said(int exitCode, String text) {}

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            remove(home);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        var guests = Api.at(url());
        var staff = Api.at(internalUrl());
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!guests.get(READY).ok() || !staff.get(READY).ok()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("The server did not start:\n" + log());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static ProcessBuilder java(Path jar, Path home, String verb, List<String> more) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(javaOptions());
        words.addAll(List.of("-jar", jar.toAbsolutePath().toString(), verb));
        words.addAll(List.of("--data", home.resolve("data").toString()));
        words.addAll(more);
        var builder = new ProcessBuilder(words);
        builder.environment().put("JARI_DEMO_FANS", "off"); // they would take its time
        return builder;
    }

    /** Of its JVM, beside what it always has: the property {@code jari.server.java.options}. */
    private static List<String> javaOptions() {
        var options = System.getProperty("jari.server.java.options", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /** Found from where these classes lie, so that the launcher works from any folder. */
    private static Path besideClasses() {
        var source = OwnServer.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(source.toString()))
                .resolve("../../../server/target/quarkus-app/quarkus-run.jar")
                .normalize();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("Not removed: " + folder + " (" + e + ")");
        }
    }
}
