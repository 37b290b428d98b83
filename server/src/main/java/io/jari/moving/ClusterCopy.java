package io.jari.moving;

import io.jari.db.DatabaseUrl;
import io.jari.db.StartRefused;
import io.jari.moving.Manifest.Cluster;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A running database's own files, copied while they change, with the log that makes one state of them: that of the copy's end. The log
 * is held by a replication slot that ends with the session.
 */
final class ClusterCopy {
    static final String FOLDER = "postgres/";
    static final String PASSWORD = "db.password";
    private static final Path CONTROL = Path.of("global", "pg_control");
    private static final Path LOG = Path.of("pg_wal");
    private static final String SEGMENT = "[0-9A-F]{24}";
    private static final int MOST_READINGS = 100;

    private final DatabaseUrl url;
    private final Path cluster;
    private final Path password;
    private final PrintStream out;

    ClusterCopy(DatabaseUrl url, Path cluster, Path password, PrintStream out) {
        this.url = url;
        this.cluster = cluster;
        this.password = password;
        this.out = out;
    }

    Manifest write(ArchiveWriter archive) throws SQLException, IOException {
        try (var connection = url.dataSource().getConnection()) {
            refuseTablespaces();
            var schema = Catalog.schema(connection);
            one(connection, """
                    select pg_create_physical_replication_slot('jari_backup_' || pg_backend_pid(), true, true)::text
                    """);
            out.println("Waiting for a checkpoint ...");
            var start = one(connection, "select pg_backup_start('jari', true)::text");
            copyFiles(archive);
            var end = row(connection, "select lsn::text, labelfile, spcmapfile from pg_backup_stop(false)", 3);
            archive.file(FOLDER + "backup_label", end.get(1));
            if (!end.get(2).isEmpty()) {
                throw new StartRefused("The database has tablespaces of its own; they are not copied. Use export.");
            }
            var log = copyLog(connection, archive, start, end.getFirst());
            archive.file(PASSWORD, Files.readString(password).strip());
            return manifest(connection, archive, schema, start, end.getFirst(), log);
        }
    }

    private static Manifest manifest(
            Connection connection, ArchiveWriter archive, int schema, String start, String stop, List<String> log)
            throws SQLException {
        return new Manifest(
                Manifest.BACKUP,
                Manifest.FORMAT,
                Manifest.release(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                one(connection, "show server_version"),
                schema,
                archive.files(),
                new Cluster(
                        machine(),
                        one(connection, "select system_identifier::text from pg_control_system()"),
                        start,
                        stop,
                        log),
                null,
                null);
    }

    /** A database's files fit only the same kind of machine. */
    static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private void refuseTablespaces() throws IOException {
        try (var spaces = Files.list(cluster.resolve("pg_tblspc"))) {
            if (spaces.findAny().isPresent()) {
                throw new StartRefused("The database has tablespaces of its own; they are not copied. Use export.");
            }
        }
    }

    /** All but the log; the control file after all others, as PostgreSQL's own tool does. */
    private void copyFiles(ArchiveWriter archive) throws IOException {
        var files = new ClusterFiles(cluster).list();
        var size = files.stream().mapToLong(ClusterFiles.Found::size).sum();
        var progress = Foreseen.bytes(out, "MB copied", size);
        for (var found : files) {
            if (found.directory()) {
                archive.directory(name(found.path()));
            } else if (!found.path().equals(CONTROL)) {
                progress.add(copy(archive, found.path()));
            }
        }
        var control = settled(cluster.resolve(CONTROL));
        archive.file(name(CONTROL), control, control.length);
        progress.end();
    }

    private long copy(ArchiveWriter archive, Path path) throws IOException {
        try (var content = new FileInputStream(cluster.resolve(path).toFile())) {
            var size = content.getChannel().size();
            archive.file(name(path), size, content);
            return size;
        } catch (FileNotFoundException e) {
            return 0; // dropped since: the log tells of it
        }
    }

    /** It is written in place: read until it is the same twice. */
    private static byte[] settled(Path control) throws IOException {
        var before = Files.readAllBytes(control);
        for (var reading = 0; reading < MOST_READINGS; reading++) {
            var now = Files.readAllBytes(control);
            if (Arrays.equals(before, now)) {
                return now;
            }
            before = now;
        }
        throw new StartRefused("The file %s changes all the time.".formatted(control));
    }

    private List<String> copyLog(Connection connection, ArchiveWriter archive, String start, String stop)
            throws SQLException, IOException {
        var needed = row(connection, """
                select pg_walfile_name(a), pg_walfile_name(z - 1),
                       (div(z - 1 - '0/0'::pg_lsn, size) - div(a - '0/0'::pg_lsn, size) + 1)::text
                  from (select '%s'::pg_lsn as a, '%s'::pg_lsn as z,
                               (select setting::numeric from pg_settings where name = 'wal_segment_size') as size) l
                """.formatted(start, stop), 3);
        List<Path> segments;
        try (var all = Files.list(cluster.resolve(LOG))) {
            segments = all.map(path -> path.getFileName())
                    .filter(path -> path.toString().matches(SEGMENT))
                    .filter(path -> path.toString().compareTo(needed.get(0)) >= 0)
                    .filter(path -> path.toString().compareTo(needed.get(1)) <= 0)
                    .sorted()
                    .toList();
        }
        if (segments.size() != Integer.parseInt(needed.get(2))) {
            throw new StartRefused(
                    "While it was copied, more was written than PostgreSQL keeps of its log (max_slot_wal_keep_size), so the copy is of no use. Try again at a quieter time, or raise that in custom.conf.");
        }
        for (var segment : segments) {
            copy(archive, LOG.resolve(segment));
        }
        return List.of(needed.get(0), needed.get(1));
    }

    private static String name(Path path) {
        return FOLDER + path;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return row(connection, sql, 1).getFirst();
    }

    private static List<String> row(Connection connection, String sql, int columns) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            var values = new String[columns];
            for (var i = 0; i < columns; i++) {
                values[i] = Objects.requireNonNullElse(row.getString(i + 1), "");
            }
            return List.of(values);
        }
    }
}
