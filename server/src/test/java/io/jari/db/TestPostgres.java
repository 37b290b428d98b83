package io.jari.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL for tests below HTTP: one for all of a test run, a database of its own for each test class. */
public final class TestPostgres {
    private static final DatabaseUrl SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPostgres() {}

    /** A new database with the schema and a clock that {@link MovableClock} moves. */
    public static DataSource fresh() {
        return freshUrl().dataSource();
    }

    public static DatabaseUrl freshUrl() {
        try {
            var url = empty();
            Migrations.run(url);
            new MovableClock(url.dataSource()).install();
            return url;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database with nothing in it. */
    public static DatabaseUrl empty() {
        var name = "test_" + NUMBER.incrementAndGet();
        try (var connection = SERVER.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return new DatabaseUrl(
                    SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + name), SERVER.user(), SERVER.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseUrl start() {
        try {
            var database = Database.forServer(new DataFolder(folder()), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "postgres");
    }
}
