package io.jari.db;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema to this version's. Several processes may do so at once: Flyway lets one work and the others wait. */
public final class Migrations {
    private static final String FOLDER = "/db/migration/";

    private Migrations() {}

    /** @throws StartRefused also where a restore into this database has begun and not ended */
    public static void run(DatabaseUrl url) {
        try (var connection = url.dataSource().getConnection()) {
            UnfinishedRestore.refuse(connection, url);
            if (isNewest(connection)) {
                return; // as at most starts: Flyway would take half a second to find the same
            }
        } catch (SQLException e) {
            throw new StartRefused("The database %s can't be read: %s".formatted(url, e.getMessage()), e);
        }
        run(url, MigrationVersion.LATEST);
    }

    private static boolean isNewest(Connection connection) throws SQLException {
        try (var select = connection.createStatement()) {
            return isTrue(select, "select to_regclass('flyway_schema_history') is not null")
                    && isTrue(
                            select,
                            "select coalesce(bool_and(success) and max(version::int) = %d, false) from flyway_schema_history"
                                    .formatted(newest()));
        }
    }

    private static boolean isTrue(Statement select, String question) throws SQLException {
        try (var answer = select.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Up to a version, in a database that is being restored. */
    public static void ofRestore(DatabaseUrl url, int version) {
        run(url, MigrationVersion.fromVersion(Integer.toString(version)));
    }

    private static void run(DatabaseUrl url, MigrationVersion target) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(url.dataSource())
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .target(target)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The schema of %s can't be brought to this version: %s".formatted(url, e.getMessage()), e);
        }
    }

    /** The schema's version in this release. */
    public static int newest() {
        try {
            var first = Objects.requireNonNull(Migrations.class.getResource(FOLDER + "V1__foundation.sql"))
                    .toURI();
            if (!first.getScheme().equals("jar")) {
                return newest(Path.of(first).resolveSibling("."));
            }
            var jar = URI.create(first.toString().substring(0, first.toString().indexOf('!')));
            try (var files = FileSystems.newFileSystem(jar, Map.of())) {
                return newest(files.getPath(FOLDER));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("this release's own migrations", e);
        }
    }

    private static int newest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V[0-9]+__.*"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
        }
    }
}
