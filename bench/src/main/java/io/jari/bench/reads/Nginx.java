package io.jari.bench.reads;

import io.jari.bench.api.OwnServer;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An nginx that serves Jari's own answers from files, tuned to do so as cheaply as it can, in a folder of its own. */
final class Nginx implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int STOP_SECONDS = 10;

    private final Path folder;
    private final Process process;
    private final int port;

    private Nginx(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** @param folders separated as PATH has them */
    static Optional<Path> program(String folders) {
        return Arrays.stream(folders.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** As it says itself, in words such as nginx/1.22.1. */
    static String version(Path program) throws IOException {
        var said = new ProcessBuilder(program.toString(), "-v")
                .redirectErrorStream(true)
                .start();
        var text = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    static Nginx start(Path program, List<Question> questions) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("jari-nginx");
        // Its workers are nobody where it is root's.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var files = Files.createDirectory(folder.resolve("files"));
        var locations = new StringBuilder();
        for (var i = 0; i < questions.size(); i++) {
            Files.write(files.resolve(Integer.toString(i)), questions.get(i).body());
            locations.append(location(i, questions.get(i)));
        }
        var port = OwnServer.freePort();
        Files.writeString(folder.resolve("nginx.conf"), settings(port, locations));
        var log = folder.resolve("error.log").toString();
        var process = new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", log)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var nginx = new Nginx(folder, process, port);
        nginx.awaitReady();
        return nginx;
    }

    private static String settings(int port, CharSequence locations) {
        return """
            worker_processes 2;
            daemon off;
            pid nginx.pid;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nodelay on;
                keepalive_timeout 1h;
                keepalive_requests 1000000000;
                open_file_cache max=100 inactive=1h;
                open_file_cache_valid 1h;
                client_body_temp_path temp;
                proxy_temp_path temp;
                fastcgi_temp_path temp;
                uwsgi_temp_path temp;
                scgi_temp_path temp;
                server {
                    listen 127.0.0.1:%d;
                    root files;
            %s    }
            }
            """.formatted(port, locations);
    }

    /** What is a file's is served from it; what differs from answer to answer is the cheapest that nginx has. */
    private static String location(int number, Question question) {
        var text = new String(question.body(), StandardCharsets.UTF_8);
        var answer = question.sameBytes()
                ? ""
                : " return 200 '" + text.replace("\\", "\\\\").replace("'", "\\'") + "';";
        return "        location = %s { default_type \"%s\";%s }%n".formatted(path(number), question.type(), answer);
    }

    /** Where the answer to a question is. */
    static String path(int number) {
        return "/" + number;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Of the process that all its others descend from. */
    long pid() {
        return process.pid();
    }

    private void awaitReady() throws IOException, InterruptedException {
        var probe = Probe.of(url());
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers(probe)) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                var said = Files.readString(folder.resolve("said"));
                close();
                throw new IllegalStateException("nginx did not start:\n" + said);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean answers(Probe probe) throws IOException, InterruptedException {
        try {
            return probe.look(path(0)).status() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("Not removed: " + folder + " (" + e + ")");
        }
    }
}
