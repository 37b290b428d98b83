package io.jari.moving;

import io.jari.moving.Manifest.Sequence;
import io.jari.moving.Manifest.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * All tables as they stood at one moment, as COPY writes them: text that any PostgreSQL reads, of any version. Cut into parts, so that
 * little is in memory however big a table is; together they are the table.
 */
final class TableCopy {
    static final String FOLDER = "tables/";
    private static final int PART = 4 << 20;
    private static final int SHOWN_EACH = 10_000;

    /** One way to write a value, whatever the server's own settings. */
    static final String FORMS = """
            set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
            set extra_float_digits = 1; set client_encoding = 'UTF8'; set statement_timeout = 0; set lock_timeout = 0;
            set idle_in_transaction_session_timeout = 0
            """;

    private final Connection connection;
    private final ArchiveWriter archive;
    private final PrintStream out;
    private final byte[] part = new byte[PART];
    private int filled;
    private int parts;

    TableCopy(Connection connection, ArchiveWriter archive, PrintStream out) {
        this.connection = connection;
        this.archive = archive;
        this.out = out;
    }

    Manifest write() throws SQLException, IOException {
        execute(FORMS);
        var names = Catalog.tables(connection);
        if (Catalog.isPartitioned(connection)) {
            throw new IllegalStateException("a partitioned table: its parts are not made by a migration");
        }
        connection.setAutoCommit(false);
        execute("set transaction isolation level repeatable read, read only");
        // Before the snapshot: who truncates and fills a table anew would leave an empty one to it.
        execute("lock table " + String.join(", ", names) + " in access share mode");
        var schema = Catalog.schema(connection);
        var progress = Foreseen.rows(out, "rows copied", estimate(names));
        var tables = new ArrayList<Table>();
        for (var name : names) {
            tables.add(table(name, progress));
        }
        progress.end();
        var manifest = new Manifest(
                Manifest.EXPORT,
                Manifest.FORMAT,
                Manifest.release(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Catalog.texts(connection, "show server_version").getFirst(),
                schema,
                archive.files(),
                null,
                tables,
                sequences());
        connection.rollback();
        return manifest;
    }

    private Table table(String name, Foreseen progress) throws SQLException, IOException {
        var columns = Catalog.columns(connection, name);
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy %s (%s) to stdout".formatted(name, String.join(", ", columns)));
        parts = 0;
        filled = 0;
        var rows = 0L;
        try {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                append(name, row);
                if (++rows % SHOWN_EACH == 0) {
                    progress.add(SHOWN_EACH);
                }
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        flush(name);
        return new Table(name, columns, copy.getHandledRowCount());
    }

    private void append(String name, byte[] row) throws IOException {
        for (var from = 0; from < row.length; ) {
            if (filled == PART) {
                flush(name);
            }
            var length = Math.min(row.length - from, PART - filled);
            System.arraycopy(row, from, part, filled, length);
            filled += length;
            from += length;
        }
    }

    private void flush(String name) throws IOException {
        if (filled > 0) {
            archive.file("%s%s/%06d".formatted(FOLDER, name, ++parts), part, filled);
            filled = 0;
        }
    }

    /** Numbers given out are never taken back, so they are read last: they are ahead of what was copied, not behind. */
    private List<Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Sequence>();
        for (var name : Catalog.sequences(connection)) {
            try (var select = connection.createStatement();
                    var row = select.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                sequences.add(new Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private long estimate(List<String> tables) throws SQLException {
        var sum = 0.0;
        for (var name : tables) {
            sum += Double.parseDouble(
                    Catalog.texts(connection, """
                    select case when reltuples >= 0 then reltuples else pg_relation_size(oid) / 100 end
                      from pg_class where oid = '%s'::regclass
                    """.formatted(name)).getFirst());
        }
        return (long) sum;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
