package io.jari.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** The database's files and the process upon them: made, started and stopped with PostgreSQL's own programs. */
final class PostgresCluster {
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final PostgresUser user;

    PostgresCluster(DataFolder folder, PostgresUser user) {
        this.folder = folder;
        this.user = user;
    }

    boolean exists() {
        return Files.exists(folder.cluster().resolve("PG_VERSION"));
    }

    /** Makes the database's files beside their place and moves them there whole. */
    void create(String password) {
        try {
            var workshop = Files.createTempDirectory(folder.root(), ".initdb");
            user.own(workshop);
            var passwordFile = workshop.resolve("password");
            DataFolder.writePrivately(passwordFile, password + "\n");
            user.own(passwordFile);
            var made = run(
                    INITDB_LIMIT,
                    "initdb",
                    "-D",
                    workshop.resolve("postgres"),
                    "-U",
                    "jari",
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    passwordFile,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums");
            if (!made.succeeded()) {
                throw new StartRefused("The database can't be made in %s:%n%s".formatted(folder.root(), made.output()));
            }
            Files.delete(passwordFile);
            Files.move(workshop.resolve("postgres"), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(workshop);
        } catch (IOException e) {
            throw new StartRefused("The database can't be made in %s: %s".formatted(folder.root(), e), e);
        }
    }

    /** Starts PostgreSQL in a session of its own, so that Ctrl-C in the terminal reaches only the server. */
    Command start(int port, Duration limit) {
        return start(port, limit, "");
    }

    /** @param settings beside the usual, for this once */
    Command start(int port, Duration limit, String settings) {
        try {
            configure(PostgresSettings.text(port) + settings);
            Files.deleteIfExists(PostmasterFile.path(folder.cluster()));
        } catch (IOException e) {
            throw new StartRefused(
                    "The database's settings in %s can't be written: %s".formatted(folder.cluster(), e), e);
        }
        return run(
                limit.plusSeconds(5),
                "pg_ctl",
                "start",
                "-D",
                folder.cluster(),
                "-w",
                "-t",
                limit.toSeconds(),
                "-l",
                folder.cluster().resolve("start.log"));
    }

    void stop() {
        if (!run(STOP_LIMIT, "pg_ctl", "stop", "-D", folder.cluster(), "-m", "fast", "-w", "-t", "20")
                .succeeded()) {
            run(STOP_LIMIT, "pg_ctl", "stop", "-D", folder.cluster(), "-m", "immediate", "-w", "-t", "10");
        }
    }

    Optional<PostmasterFile> running() {
        return PostmasterFile.read(folder.cluster()).filter(PostmasterFile::alive);
    }

    /** The port of the last start, so that addresses stay what they were. */
    Optional<Integer> lastPort() {
        try (var lines = Files.lines(folder.cluster().resolve("jari.conf"))) {
            return lines.filter(line -> line.startsWith("port = "))
                    .map(line -> Integer.valueOf(line.substring("port = ".length())))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The processes a killed PostgreSQL left behind; they hold its shared memory until they notice. */
    void killOrphans() {
        var postgres = folder.binaries().resolve("bin/postgres");
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .map(Path::of)
                        .filter(postgres::equals)
                        .isPresent())
                .filter(process -> worksIn(process, folder.cluster()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean worksIn(ProcessHandle process, Path cluster) {
        var workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return !Files.exists(Path.of("/proc/self"))
                    || Files.readSymbolicLink(workingFolder).equals(cluster.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private void configure(String settings) throws IOException {
        var file = folder.cluster().resolve("jari.conf");
        Files.writeString(file, settings);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        user.own(file);
        var main = folder.cluster().resolve("postgresql.conf");
        var include = "include_if_exists 'jari.conf'\ninclude_if_exists 'custom.conf' # yours: wins over jari.conf\n";
        if (!Files.readString(main).contains(include)) {
            Files.writeString(main, include, StandardOpenOption.APPEND);
        }
    }

    private Command run(Duration limit, String program, Object... arguments) {
        var words = new Object[arguments.length + 1];
        words[0] = folder.binaries().resolve("bin").resolve(program);
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Command.run(Path.of("/"), Command.line(user.prefix(), words), limit);
    }

    /** The last lines PostgreSQL wrote before it gave up. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(folder.cluster().resolve("start.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
