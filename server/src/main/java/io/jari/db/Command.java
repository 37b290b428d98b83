package io.jari.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program run to its end: what it said and whether it succeeded. */
record Command(int exitCode, String output) {

    boolean succeeded() {
        return exitCode == 0;
    }

    /**
     * Runs a program with its output in a file, not a pipe: a daemon it leaves behind would hold a pipe open.
     *
     * @param folder the working folder
     */
    static Command run(Path folder, List<String> line, Duration limit) {
        @Nullable Path output = null;
        try {
            output = Files.createTempFile("jari", ".out");
            var builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("TZ", "UTC");
            var process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Command(124, "no end within " + limit.toSeconds() + " s\n" + read(output));
            }
            return new Command(process.exitValue(), read(output));
        } catch (IOException e) {
            return new Command(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Command(130, "interrupted");
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    static List<String> line(List<String> prefix, Object... words) {
        var line = new ArrayList<>(prefix);
        for (var word : words) {
            line.add(word.toString());
        }
        return line;
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    }
}
