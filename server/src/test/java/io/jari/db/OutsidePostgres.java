package io.jari.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of the machine's own, of another version than the built-in one. Nobody needs a password. */
public final class OutsidePostgres implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int NOBODY = 65_534;

    private final Path programs;
    private final Path data;
    private final List<String> prefix;
    private final int port;

    private OutsidePostgres(Path programs) throws IOException {
        this.programs = programs;
        // Not below root's own folders: another user must get there.
        this.data = Files.createTempDirectory("outside-postgres");
        this.port = freePort();
        if (System.getProperty("user.name").equals("root")) {
            prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
            Files.setAttribute(data, "unix:gid", NOBODY);
            Files.setAttribute(data, "unix:uid", NOBODY);
        } else {
            prefix = List.of();
        }
        run("initdb", "-D", data.resolve("db"), "-U", "jari", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var settings = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off".formatted(port);
        run("pg_ctl", "start", "-D", data.resolve("db"), "-w", "-l", data.resolve("log"), "-o", settings);
    }

    /** Where the machine has none the test is left out; not where everything is to be tested. */
    public static OutsidePostgres start() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            var programs = versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .sorted()
                    .findFirst();
            if (programs.isPresent()) {
                return new OutsidePostgres(programs.get());
            }
        } catch (IOException e) {
            assertThat(System.getenv("CI")).as("no PostgreSQL here: " + e).isNotEqualTo("true");
        }
        Assumptions.abort("no PostgreSQL of the machine's own");
        throw new IllegalStateException();
    }

    public String url() {
        return "postgres://jari@127.0.0.1:%d/postgres".formatted(port);
    }

    private void run(Object... words) {
        words[0] = programs.resolve(words[0].toString());
        var ended = Command.run(Path.of("/"), Command.line(new ArrayList<>(prefix), words), LIMIT);
        assertThat(ended.succeeded()).as(ended.output()).isTrue();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "-D", data.resolve("db"), "-m", "immediate", "-w");
        try (var all = Files.walk(data)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
