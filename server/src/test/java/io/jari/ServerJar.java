package io.jari;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server as a command, with a class cache as the launcher makes it: it starts in half the time. Made once a build. */
final class ServerJar {
    private static final String JAR = System.getProperty("jari.jar", "target/quarkus-app/quarkus-run.jar");

    /** Servers of tests live for seconds: the compiler that thinks longer is never worth it. A cache fits only what it was made with. */
    private static final List<String> JAVA = List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CACHE = TARGET.resolve("server.aot");
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
        var line = new ArrayList<>(JAVA);
        var data = Files.createTempDirectory(TARGET, "training");
        line.addAll(List.of(
                "-XX:AOTCacheOutput=" + CACHE, "-jar", JAR, "start", "--until-ready", "--data", data.toString()));
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JARI_"));
        var training = builder.start();
        try {
            if (!training.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || training.exitValue() != 0) {
                training.destroyForcibly();
                Files.write(CACHE, new byte[0]);
            }
        } catch (InterruptedException e) {
            training.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
