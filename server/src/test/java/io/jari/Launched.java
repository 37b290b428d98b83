package io.jari;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A start, or another verb, that is expected to end by itself: what it printed and its exit code. */
public record Launched(int exitCode, String output) {
    static Launched start(Map<String, String> environment, String... options) {
        return verb(environment, "start", options);
    }

    public static Launched verb(Map<String, String> environment, String verb, String... options) {
        try {
            var output = Files.createTempFile("launched", ".log");
            var line = ServerJar.command(verb);
            line.addAll(List.of(options));
            var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("JARI_"));
            builder.environment().put("JARI_DB_SHARED_BUFFERS", "64MB");
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not end:\n" + Files.readString(output));
            }
            return new Launched(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A folder with nothing in it. */
    public static Path freshData() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "data");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
