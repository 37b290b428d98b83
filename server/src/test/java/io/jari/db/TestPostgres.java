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
        return TestPool.of(freshUrl());
    }

    public static DatabaseUrl freshUrl() {
        return create("template " + Template.made());
    }

    /** A new database with nothing in it. */
    public static DatabaseUrl empty() {
        return create("");
    }

    /** Made once and copied for each test: twenty migrations take ten times as long. */
    private static final class Template {
        static final String NAME = "fresh";

        static {
            try {
                execute("create database " + NAME);
                var url = url(NAME);
                Migrations.run(url);
                new MovableClock(url.dataSource()).install();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static String made() {
            return NAME;
        }
    }

    private static DatabaseUrl create(String like) {
        var name = "test_" + NUMBER.incrementAndGet();
        try {
            execute("create database " + name + " " + like);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = SERVER.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DatabaseUrl url(String name) {
        return new DatabaseUrl(
                SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + name), SERVER.user(), SERVER.password());
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
