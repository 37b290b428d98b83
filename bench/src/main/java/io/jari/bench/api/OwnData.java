package io.jari.bench.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A data folder made for one run, removed afterwards. */
public record OwnData(Path home) implements AutoCloseable {

    public static OwnData make() throws IOException {
        return new OwnData(Files.createTempDirectory("jari-own"));
    }

    /** What {@code --data} names. */
    public Path folder() {
        return home.resolve("data");
    }

    /** Of its PostgreSQL, which all its processes descend from. */
    public long databasePid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder().resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** {@code postgres://user:password@…} of its PostgreSQL, while it runs. */
    public String databaseUrl() throws IOException {
        return Files.readString(folder().resolve("db.url")).strip();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("Not removed: " + home + " (" + e + ")");
        }
    }
}
