package io.jari.moving;

import io.jari.db.DataFolder;
import io.jari.db.Database;
import io.jari.db.DatabaseUrl;
import io.jari.db.Migrations;
import io.jari.db.MovableClock;
import io.jari.db.Recovery;
import io.jari.db.StartRefused;
import io.jari.db.UnfinishedRestore;
import io.jari.terminal.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verb {@code restore}: a database made of a backup or an export. Until its end nobody serves what is there. */
public final class Restore implements Move {
    private static final String CLOCK = "clock_offset";

    private final List<AfterRestore> steps;

    /** @param further what is to be done after a restore, beside what is done here */
    public Restore(List<AfterRestore> further) {
        this.steps =
                Stream.concat(Stream.of(new FurtherNumbers()), further.stream()).toList();
    }

    @Override
    public int run(List<String> arguments, DataFolder folder, Map<String, String> environment, PrintStream out)
            throws Exception {
        var startedNanos = System.nanoTime();
        var file = Target.of("restore", arguments);
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("There is no file " + file);
        }
        var archive = new Archive(file);
        var manifest = archive.check(out);
        refuseNewer(manifest);
        if (manifest.isBackup()) {
            backup(archive, manifest, folder, environment, out);
        } else {
            try (var database = Database.forServer(folder, environment)) {
                Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
                export(archive, manifest, database.start(), out);
            }
        }
        out.printf(
                "Restored from the %s of %s, schema %d, now %d, in %s. It is ready for ./jari start; ./jari verify checks it.%n",
                manifest.kind(),
                manifest.madeAt(),
                manifest.schema(),
                Migrations.newest(),
                Progress.duration((System.nanoTime() - startedNanos) / 1e9));
        return 0;
    }

    private static void refuseNewer(Manifest manifest) {
        if (manifest.schema() > Migrations.newest()) {
            throw new StartRefused(
                    "It was made by release %s, whose schema is %d; this release knows %d. Restore it with that release or a newer one."
                            .formatted(manifest.jari(), manifest.schema(), Migrations.newest()));
        }
    }

    private void backup(
            Archive archive, Manifest manifest, DataFolder folder, Map<String, String> environment, PrintStream out)
            throws Exception {
        if (!environment.getOrDefault("JARI_DB_URL", "").isBlank()) {
            throw new StartRefused(
                    "It holds the files of a built-in PostgreSQL, which go into a data folder; JARI_DB_URL names another. To move there, restore it without JARI_DB_URL and use ./jari export.");
        }
        refuseOtherMachine(manifest);
        try (var recovery = Recovery.into(folder)) {
            var password = extract(archive, manifest, recovery, out);
            out.println("PostgreSQL recovers ...");
            var url = recovery.run(password);
            Migrations.run(url);
            try (var connection = url.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                repair(connection, out);
                connection.commit();
            }
            recovery.done();
        }
    }

    private static void refuseOtherMachine(Manifest manifest) {
        var own = DataFolder.POSTGRES_VERSION.substring(0, DataFolder.POSTGRES_VERSION.indexOf('.'));
        if (!manifest.postgres().startsWith(own + ".")
                || !manifest.ofBackup().machine().equals(ClusterCopy.machine())) {
            throw new StartRefused(
                    "It holds the files of PostgreSQL %s on %s; here is PostgreSQL %s on %s, which can't read them. Restore it there and use ./jari export."
                            .formatted(
                                    manifest.postgres(),
                                    manifest.ofBackup().machine(),
                                    DataFolder.POSTGRES_VERSION,
                                    ClusterCopy.machine()));
        }
    }

    /** Gives the password that is among the files. */
    private static String extract(Archive archive, Manifest manifest, Recovery recovery, PrintStream out)
            throws Exception {
        var bytes = manifest.files().values().stream()
                .mapToLong(Manifest.Content::size)
                .sum();
        var progress = Foreseen.bytes(out, "MB unpacked", bytes);
        var password = new Object() {
            @Nullable
            String text;
        };
        archive.read((entry, content) -> {
            var name = entry.getName();
            if (name.equals(ClusterCopy.PASSWORD)) {
                password.text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } else if (name.startsWith(ClusterCopy.FOLDER)) {
                var path = name.substring(ClusterCopy.FOLDER.length());
                if (entry.isDirectory()) {
                    recovery.directory(path);
                } else {
                    recovery.file(path, content);
                }
                progress.add(entry.getSize());
            }
        });
        progress.end();
        return Objects.requireNonNull(password.text);
    }

    /** Into an empty database. */
    void export(Archive archive, Manifest manifest, DatabaseUrl url, PrintStream out) throws Exception {
        var source = url.dataSource();
        try (var connection = source.getConnection()) {
            UnfinishedRestore.refuse(connection, url);
            refuseFilled(connection, url);
            UnfinishedRestore.mark(connection);
            Migrations.ofRestore(url, manifest.schema());
            if (Objects.requireNonNull(manifest.tables()).stream()
                    .anyMatch(table -> table.name().equals(CLOCK))) {
                new MovableClock(source).install(); // of a demo; no migration makes it
            }
            new TableLoad(connection, archive, manifest, out).run();
            Migrations.ofRestore(url, Migrations.newest());
            connection.setAutoCommit(false);
            repair(connection, out);
            UnfinishedRestore.unmark(connection);
            connection.commit();
            connection.setAutoCommit(true);
            tidy(connection);
        }
    }

    private static void refuseFilled(Connection connection, DatabaseUrl url) throws SQLException {
        var tables = Catalog.tables(connection);
        if (!tables.isEmpty()) {
            throw new StartRefused(
                    "The database %s is not empty: it has a table %s. An export goes into an empty one; choose another, or another folder by --data."
                            .formatted(url, tables.getFirst()));
        }
    }

    private void repair(Connection connection, PrintStream out) throws SQLException {
        for (var step : steps) {
            out.println(step.repair(connection) + ".");
        }
    }

    private static void tidy(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }
}
