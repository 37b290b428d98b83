package io.jari.db;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is half restored says so, and nobody serves it: a file in the folder while a backup is put there, a schema in the database while
 * an export is read into it. Each is there before anything else, and goes last.
 */
public final class UnfinishedRestore {
    private static final String SCHEMA = "jari_restoring";

    private UnfinishedRestore() {}

    static void mark(DataFolder folder) throws IOException {
        Files.writeString(folder.restoring(), "A restore began here and has not ended.\n");
    }

    static void unmark(DataFolder folder) throws IOException {
        Files.delete(folder.restoring());
    }

    static void refuse(DataFolder folder) {
        if (Files.exists(folder.restoring())) {
            throw new StartRefused(
                    "A restore into %1$s began and did not end, so what is there is not whole. Remove %1$s, or %2$s and %3$s in it, and restore again."
                            .formatted(
                                    folder.root(),
                                    folder.cluster().getFileName(),
                                    folder.restoring().getFileName()));
        }
    }

    public static void mark(Connection connection) throws SQLException {
        execute(connection, "create schema " + SCHEMA);
    }

    /** In the transaction that ends the restore. */
    public static void unmark(Connection connection) throws SQLException {
        execute(connection, "drop schema " + SCHEMA);
    }

    /** @throws StartRefused where it is marked */
    public static void refuse(Connection connection, DatabaseUrl url) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("select to_regnamespace('" + SCHEMA + "') is not null")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new StartRefused(
                        "A restore into %s began and did not end, so what is there is not whole. Make the database anew (for the built-in one, remove its data folder) and restore again."
                                .formatted(url));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
