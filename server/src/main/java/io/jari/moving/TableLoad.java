package io.jari.moving;

import io.jari.db.StartRefused;
import io.jari.moving.Catalog.Removable;
import io.jari.moving.Manifest.Sequence;
import io.jari.moving.Manifest.Table;
import java.io.InputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills the tables of a schema with those of an export, in one transaction. Keys and indexes are taken away first and made again at the
 * end: so each is built once, and checks all rows, as do the CHECKs while rows come in. Triggers rest meanwhile: nothing is done here,
 * it is only written down again.
 */
final class TableLoad {
    private static final int BUFFER = 1 << 17;

    private final Connection connection;
    private final Archive archive;
    private final Manifest manifest;
    private final PrintStream out;
    private final List<Table> tables;

    TableLoad(Connection connection, Archive archive, Manifest manifest, PrintStream out) {
        this.connection = connection;
        this.archive = archive;
        this.manifest = manifest;
        this.out = out;
        this.tables = Objects.requireNonNull(manifest.tables());
    }

    void run() throws Exception {
        execute(TableCopy.FORMS);
        connection.setAutoCommit(false);
        var here = Catalog.tables(connection);
        for (var table : tables) {
            if (!here.contains(table.name())) {
                throw new StartRefused("The export has a table %s, which schema %d does not have."
                        .formatted(table.name(), manifest.schema()));
            }
        }
        var keys = Catalog.keys(connection);
        for (var key : keys) {
            execute(key.drop());
        }
        for (var table : here) {
            execute("alter table " + table + " disable trigger user");
        }
        execute("truncate " + String.join(", ", here));
        load();
        out.println("Building keys and indexes ...");
        make(keys);
        for (var table : here) {
            execute("alter table " + table + " enable trigger user");
        }
        sequences();
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void make(List<Removable> keys) throws SQLException {
        execute("set local maintenance_work_mem = '512MB'");
        for (var key : keys.reversed()) {
            execute(key.make());
        }
    }

    private void load() throws Exception {
        var byName = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        var bytes = manifest.files().values().stream()
                .mapToLong(Manifest.Content::size)
                .sum();
        var progress = Foreseen.bytes(out, "MB read in", bytes);
        var loaded = new HashSet<String>();
        try (var load = new Load()) {
            archive.read((entry, content) -> {
                var name = entry.getName();
                if (name.startsWith(TableCopy.FOLDER)) {
                    var table = name.substring(TableCopy.FOLDER.length(), name.lastIndexOf('/'));
                    loaded.add(table);
                    load.part(Objects.requireNonNull(byName.get(table)), content);
                    progress.add(entry.getSize());
                }
            });
            load.end();
        }
        for (var table : tables) {
            if (table.rows() > 0 && !loaded.contains(table.name())) {
                throw differs(table, 0);
            }
        }
        progress.end();
    }

    private static StartRefused differs(Table table, long rows) {
        return new StartRefused("The export should have %,d rows of %s, and has %,d. Nothing of it is served."
                .formatted(table.rows(), table.name(), rows));
    }

    /** One table after the other. */
    private final class Load implements AutoCloseable {
        private final byte[] buffer = new byte[BUFFER];
        private @Nullable Table table;
        private @Nullable CopyIn copy;

        void part(Table of, InputStream content) throws Exception {
            if (!of.equals(table)) {
                end();
                table = of;
                copy = begin(of);
            }
            var into = Objects.requireNonNull(copy);
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                into.writeToCopy(buffer, 0, read);
            }
        }

        /** Frozen, since they are made in this transaction: they need not be written again. */
        private CopyIn begin(Table of) throws SQLException {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin (freeze)".formatted(of.name(), String.join(", ", of.columns())));
        }

        void end() throws SQLException {
            if (copy != null && table != null) {
                copy.endCopy();
                if (copy.getHandledRowCount() != table.rows()) {
                    throw differs(table, copy.getHandledRowCount());
                }
                copy = null;
                table = null;
            }
        }

        @Override
        public void close() throws SQLException {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void sequences() throws SQLException {
        try (var set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Sequence sequence : Objects.requireNonNull(manifest.sequences())) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.used());
                set.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
