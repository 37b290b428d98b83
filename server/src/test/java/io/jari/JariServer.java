package io.jari;

import static org.awaitility.Awaitility.await;

import io.jari.account.TestAccounts;
import io.jari.db.DatabaseUrl;
import io.jari.db.TestData;
import io.jari.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The packaged server as a real process with a PostgreSQL of its own, for integration tests. Most tests share one; those that kill or
 * configure start their own.
 */
public final class JariServer implements AutoCloseable {
    private static final String PROVIDER_JAR =
            System.getProperty("jari.provider.jar", "../provider/target/jari-provider.jar");
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path data;
    private final Map<String, String> environment;
    private final List<String> options;
    private final Path log;
    private final ProcessHandle process;
    private final int port;
    private final int internalPort;

    private static final class Shared {
        private static final JariServer SERVER = SharedServer.join();
    }

    /** The one that tests use which leave it as it was; hotels and guests are each test's own. */
    public static JariServer shared() {
        return Shared.SERVER;
    }

    /** A demo as after its first start; or, with options, the first start itself. */
    public static JariServer start(Map<String, String> environment, String... options) {
        var data = folder();
        if (options.length == 0) {
            ServerJar.freshData(data);
        }
        var server = start(data, environment, options);
        if (Files.exists(data.resolve("db.url"))) {
            TestAccounts.lighten(server);
        }
        return server;
    }

    /** A demo upon this data, new or left by an earlier one. */
    public static JariServer start(Path data, Map<String, String> environment, String... options) {
        var server = new JariServer(data, environment, List.of(options), FreePorts.next(), FreePorts.next());
        server.awaitReady();
        return server;
    }

    /** A demo as after its first start, which others in the network reach at this address of the machine. */
    public static JariServer lan(String address, Map<String, String> environment) {
        var data = folder();
        ServerJar.freshData(data);
        var all = new java.util.HashMap<>(environment);
        all.put("JARI_LAN_ADDRESS", address);
        return start(data, all, "--lan");
    }

    /** One that another JVM has started. */
    static JariServer running(Path data, Path log, ProcessHandle process, int port, int internalPort) {
        return new JariServer(data, log, process, port, internalPort);
    }

    /** One more time as it was, where it was, after its end. */
    public JariServer again() {
        var server = new JariServer(data, environment, options, port, internalPort);
        server.awaitReady();
        return server;
    }

    /** Another process on the same database. */
    public JariServer another(Map<String, String> environment) {
        var all = new java.util.HashMap<>(environment);
        all.put("JARI_DB_URL", databaseUrl());
        return start(folder(), all);
    }

    private static Path folder() {
        try {
            Files.createDirectories(Path.of("target", "it"));
            return Files.createTempDirectory(Path.of("target", "it").toAbsolutePath(), "data");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JariServer(Path data, Path log, ProcessHandle process, int port, int internalPort) {
        this.data = data;
        this.environment = Map.of();
        this.options = List.of();
        this.port = port;
        this.internalPort = internalPort;
        this.log = log;
        this.process = process;
    }

    private JariServer(Path data, Map<String, String> environment, List<String> options, int port, int internalPort) {
        this.data = data;
        this.environment = environment;
        this.options = options;
        this.port = port;
        this.internalPort = internalPort;
        this.log = data.resolve("server-" + NUMBER.incrementAndGet() + ".log");
        var line = ServerJar.command(
                "start",
                "--port",
                Integer.toString(port),
                "--internal-port",
                Integer.toString(internalPort),
                "--data",
                data.toString());
        line.addAll(options);
        try {
            Files.createDirectories(data);
            var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("JARI_"));
            builder.environment().put("JARI_DB_SHARED_BUFFERS", "64MB");
            builder.environment().put("JARI_PROVIDER_JAR", PROVIDER_JAR);
            builder.environment().put("JARI_PROVIDER_PORT", Integer.toString(FreePorts.next()));
            builder.environment().put("JARI_DEMO_FANS", "off");
            builder.environment().putAll(environment);
            process = builder.start().toHandle();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        await().atMost(READY_LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended:\n" + log());
            }
            return log().contains("Jari is ready");
        });
    }

    /** For guests. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** For staff. */
    public URI internalUrl() {
        return URI.create("http://127.0.0.1:" + internalPort);
    }

    public Path data() {
        return data;
    }

    /** {@code postgres://user:password@…} of its own PostgreSQL. */
    public String databaseUrl() {
        try {
            return Files.readString(data.resolve("db.url")).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks what must always hold, as the verb of a user does, while the server runs. Fails with all it printed. */
    public void verify() {
        // A clock that was moved makes old what was written just now.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> TestData.number(this, "select count(*) from event_pending") == 0);
        var said = new ByteArrayOutputStream();
        try {
            var database = DatabaseUrl.parse(databaseUrl(), Map.of()).dataSource();
            var code = new Verify().run(List.of(), database, new PrintStream(said, true, StandardCharsets.UTF_8));
            if (code != 0) {
                throw new AssertionError(said.toString(StandardCharsets.UTF_8));
            }
        } catch (Exception e) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8), e);
        }
    }

    /** All it has printed. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path logFile() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    /** As a power cut would, except for its PostgreSQL. */
    public void kill9() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, without waiting for the end. */
    public void terminate() {
        process.destroy();
    }

    /** SIGTERM, and the end of it. */
    @Override
    public void close() {
        terminate();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not stop:\n" + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
