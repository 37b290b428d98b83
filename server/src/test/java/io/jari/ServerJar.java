package io.jari;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server as a command. One start, once a build, makes a class cache as the launcher does, and a demo's fresh data to copy: so
 * that a hundred servers start in a fraction of the time.
 */
final class ServerJar {
    private static final String JAR = System.getProperty("jari.jar", "target/quarkus-app/quarkus-run.jar");

    /** Servers of tests live for seconds: the compiler that thinks longer is never worth it. A cache fits only what it was made with. */
    private static final List<String> JAVA = List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx512m",
            "-Xmn96m",
            "-XX:+UseSerialGC",
            "-XX:+UseTransparentHugePages",
            "-XX:TieredStopAtLevel=1");

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CACHE = TARGET.resolve("server.aot");
    private static final Path FRESH = TARGET.resolve("fresh");
    private static final Path TRAINING = TARGET.resolve("training");
    private static final int LIMIT_MINUTES = 3;

    private ServerJar() {}

    static List<String> command(String... words) {
        var line = new ArrayList<>(JAVA);
        if (isCached()) {
            line.addAll(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        line.addAll(List.of("-jar", JAR));
        line.addAll(List.of(words));
        return line;
    }

    /** What the start said from which the cache was made. */
    static String training() throws IOException {
        return isCached() ? Files.readString(TARGET.resolve("training.log")) : "";
    }

    /** What a demo's first start leaves, into this folder. Nothing where the trial did not work. */
    static void freshData(Path data) {
        if (!isCached()) {
            return;
        }
        try {
            copy(FRESH, data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path folder, Path data) throws IOException {
        Files.createDirectories(data);
        try (var all = Files.walk(folder)) {
            for (var from : all.toList()) {
                var to = data.resolve(folder.relativize(from).toString());
                if (!from.equals(folder)) {
                    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static synchronized boolean isCached() {
        try (var lock = FileChannel.open(
                        TARGET.resolve("server.aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            if (!Files.exists(CACHE)
                    || Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(Path.of(JAR))) < 0) {
                train();
            }
            return Files.size(CACHE) > 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty file where it does not work here, so that it is not tried again. */
    private static void train() throws IOException {
        Files.deleteIfExists(CACHE);
        delete(FRESH);
        delete(TRAINING);
        if (!start(List.of("-jar", JAR, "start", "--until-ready", "--data", FRESH.toString()))) {
            Files.write(CACHE, new byte[0]);
            return;
        }
        Files.deleteIfExists(FRESH.resolve("postgres/jari.conf")); // each copy finds a port of its own
        // A killed process loses nothing by it, and no test cuts the power.
        Files.writeString(FRESH.resolve("postgres/custom.conf"), "fsync = off\n");
        copy(FRESH, TRAINING);
        if (!start(List.of(
                "-XX:AOTCacheOutput=" + CACHE, "-jar", JAR, "start", "--rehearse", "--data", TRAINING.toString()))) {
            Files.write(CACHE, new byte[0]);
        }
    }

    /** Whether it went well. */
    private static boolean start(List<String> words) throws IOException {
        var line = new ArrayList<>(JAVA);
        line.addAll(words);
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("training.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JARI_"));
        var started = builder.start();
        try {
            if (started.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                return started.exitValue() == 0;
            }
            started.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
