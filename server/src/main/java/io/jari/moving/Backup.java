package io.jari.moving;

import io.jari.db.DataFolder;
import io.jari.db.Database;
import io.jari.db.StartRefused;
import io.jari.db.UnfinishedRestore;
import io.jari.terminal.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The verb {@code backup}: the built-in database's files, while it is served or not. */
public final class Backup implements Move {

    @Override
    public int run(List<String> arguments, DataFolder folder, Map<String, String> environment, PrintStream out)
            throws Exception {
        var file = Target.toWrite("backup", arguments);
        if (!environment.getOrDefault("JARI_DB_URL", "").isBlank()) {
            throw new StartRefused(
                    "JARI_DB_URL names a PostgreSQL that others run: back it up with its own tools (pg_basebackup, pg_dump), or use ./jari export.");
        }
        var startedNanos = System.nanoTime();
        try (var database = existing(folder, environment)) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
            var url = database.start();
            try (var connection = url.dataSource().getConnection()) {
                UnfinishedRestore.refuse(connection, url);
            }
            write(file, new ClusterCopy(url, folder.cluster(), folder.password(), out), out, startedNanos);
        }
        return 0;
    }

    static void write(Path file, ClusterCopy copy, PrintStream out, long startedNanos)
            throws SQLException, IOException {
        try (var archive = new ArchiveWriter(file)) {
            new Archive(archive.end(copy.write(archive))).check(out);
            archive.keep();
        }
        out.printf(
                "%s holds all of the database, %s, read back and found whole. It took %s.%n",
                file, Foreseen.text(Files.size(file)), Progress.duration((System.nanoTime() - startedNanos) / 1e9));
        out.println("Keep it as safe as the database: it holds people's data. What is signed needs JARI_SECRET too.");
    }

    /** A verb that copies makes no database where there is none. */
    static Database existing(DataFolder folder, Map<String, String> environment) {
        if (environment.getOrDefault("JARI_DB_URL", "").isBlank()
                && !Files.exists(folder.cluster().resolve("PG_VERSION"))) {
            throw new StartRefused("There is no database in %s. Name the folder by --data.".formatted(folder.root()));
        }
        return Database.forVerb(folder, environment);
    }
}
