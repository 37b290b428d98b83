package io.jari.moving;

import io.jari.db.DataFolder;
import io.jari.db.DatabaseUrl;
import io.jari.db.UnfinishedRestore;
import io.jari.moving.Manifest.Table;
import io.jari.terminal.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The verb {@code export}: all tables, in a form that any PostgreSQL reads. */
public final class Export implements Move {

    @Override
    public int run(List<String> arguments, DataFolder folder, Map<String, String> environment, PrintStream out)
            throws Exception {
        var file = Target.toWrite("export", arguments);
        try (var database = Backup.existing(folder, environment)) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
            write(database.start(), file, out);
        }
        return 0;
    }

    static void write(DatabaseUrl url, Path file, PrintStream out) throws SQLException, IOException {
        var startedNanos = System.nanoTime();
        try (var connection = url.dataSource().getConnection();
                var archive = new ArchiveWriter(file)) {
            UnfinishedRestore.refuse(connection, url);
            var manifest = new TableCopy(connection, archive, out).write();
            new Archive(archive.end(manifest)).check(out);
            archive.keep();
            var tables = Objects.requireNonNull(manifest.tables());
            out.printf(
                    "%s holds %,d rows of %d tables, schema %d, %s, read back and found whole. It took %s.%n",
                    file,
                    tables.stream().mapToLong(Table::rows).sum(),
                    tables.size(),
                    manifest.schema(),
                    Foreseen.text(Files.size(file)),
                    Progress.duration((System.nanoTime() - startedNanos) / 1e9));
        }
        out.println("Keep it as safe as the database: it holds people's data. What is signed needs JARI_SECRET too.");
    }
}
