package io.jari.dist;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A demo started from the archive by the machine's ordinary user. */
final class InstalledServer implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final int STOP_LIMIT_SECONDS = 60;

    private final Machine machine;
    private final Path home;
    private final Path log;
    private final int port;
    private final Process process;

    static InstalledServer start(Machine machine, Path home, Path data) throws IOException {
        var server = new InstalledServer(machine, home, data, freePort());
        await().atMost(READY_LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!server.process.isAlive()) {
                throw new IllegalStateException("the server ended:\n" + server.log());
            }
            return server.log().contains("Jari is ready");
        });
        return server;
    }

    private InstalledServer(Machine machine, Path home, Path data, int port) throws IOException {
        this.machine = machine;
        this.home = home;
        this.port = port;
        log = machine.openFolder("log").resolve(port + ".log");
        process = command(
                        "start",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--internal-port",
                        Integer.toString(freePort()))
                .redirectOutput(log.toFile())
                .start();
    }

    private ProcessBuilder command(String... words) throws IOException {
        var line = new ArrayList<>(List.of(home.resolve("jari").toString()));
        line.addAll(List.of(words));
        var environment = Map.of(
                "JAVA_HOME", machine.jre().toString(), "JARI_DEMO_FANS", "off", "JARI_DB_SHARED_BUFFERS", "64MB");
        return machine.command(environment, line);
    }

    /** Another verb of the same launcher, by the same user, while this runs. */
    Machine.Ended verb(String... words) throws IOException, InterruptedException {
        return Machine.ended(command(words));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** As a service is stopped. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
