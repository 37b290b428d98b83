package io.jari.bench.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Jari that was started for one run, with data of its own, and is gone with its data afterwards. */
public final class OwnServer implements AutoCloseable {
    private static final String READY = "/q/health/ready";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ServerJar jar;
    private final OwnData data;
    private final Path log;
    private final Process process;
    private final int port;
    private final int internalPort;

    private OwnServer(ServerJar jar, OwnData data, Path log, Process process, int port, int internalPort) {
        this.jar = jar;
        this.data = data;
        this.log = log;
        this.process = process;
        this.port = port;
        this.internalPort = internalPort;
    }

    public static OwnServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** @param environment beside this process's own, and above it */
    public static OwnServer start(Map<String, String> environment) throws IOException, InterruptedException {
        return start(environment, List.of());
    }

    /** @param options more of the verb {@code start} */
    public static OwnServer start(Map<String, String> environment, List<String> options)
            throws IOException, InterruptedException {
        return start(ServerJar.found(), environment, options);
    }

    private static OwnServer start(ServerJar jar, Map<String, String> environment, List<String> options)
            throws IOException, InterruptedException {
        var data = OwnData.make();
        var port = freePort();
        var internalPort = freePort();
        while (internalPort == port) {
            internalPort = freePort();
        }
        var words = new ArrayList<>(options);
        words.addAll(List.of("--port", Integer.toString(port), "--internal-port", Integer.toString(internalPort)));
        var log = data.home().resolve("log");
        var builder = jar.process(data.folder(), "start", words).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var server = new OwnServer(jar, data, log, process, port, internalPort);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        server.awaitReady();
        return server;
    }

    /** Another process on the same database, which is to be closed before this one. */
    public OwnServer another(Map<String, String> environment) throws IOException, InterruptedException {
        var all = new HashMap<>(environment);
        all.put("JARI_DB_URL", data.databaseUrl());
        return start(jar, all, List.of());
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

    public OwnData data() {
        return data;
    }

    /** Everything the server has said. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Runs another verb on the same data while the server lives, and returns what it printed. */
    public Said run(String verb, String... options) throws IOException, InterruptedException {
        var beside = jar.process(data.folder(), verb, List.of(options)).start();
        var text = new String(beside.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(beside.waitFor(), text);
    }

    /** The same, where anything but success ends the run. */
    public Said must(String verb, String... options) throws IOException, InterruptedException {
        var said = run(verb, options);
        if (said.exitCode() != 0) {
            throw new IllegalStateException("jari " + verb + " failed: " + said.text());
        }
        return said;
    }

    /**
     * So many people with accounts: their sessions.
     *
     * @param more options of the verb {@code load}
     */
    public List<String> people(int count, String... more) throws IOException, InterruptedException {
        var file = data.home().resolve("people-" + System.nanoTime());
        var words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--people", Integer.toString(count), "--tokens", file.toString(), "--yes"));
        must("load", words.toArray(String[]::new));
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    }

    /**
     * Makes hotels: their ids.
     *
     * @param options of the verb {@code load}
     */
    public List<String> hotels(String... options) throws IOException, InterruptedException {
        var api = Api.at(url());
        var before = Hotels.ids(api, Integer.MAX_VALUE);
        must("load", options);
        var made = Hotels.ids(api, Integer.MAX_VALUE);
        made.removeAll(before);
        return made;
    }

    /** The CPU time of this process and of its PostgreSQL is asked for by these names. */
    public String pids() throws IOException {
        return "server:%d,database:%d+".formatted(process.pid(), data.databasePid());
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
            data.close();
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

    /** One of this machine's that nobody listens on. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
