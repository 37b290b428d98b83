package io.jari.measure;

import io.agroal.api.AgroalDataSource;
import io.jari.db.DatabaseUrl;
import io.jari.db.Migrations;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database beside another one in the same PostgreSQL, with the same schema, gone when closed: whatever is measured leaves no trace. */
final class ScratchDatabase implements AutoCloseable {
    private final DataSource beside;
    private final String name = "jari_bench_" + ProcessHandle.current().pid();
    private final DatabaseUrl url;

    ScratchDatabase(DataSource beside) throws SQLException {
        this.beside = beside;
        this.url = DatabaseUrl.of(beside).beside(name);
        execute("create database " + name);
        Migrations.run(url);
    }

    DataSource dataSource() {
        return url.dataSource();
    }

    /** Microseconds that a commit waits for others to flush with it, of connections opened from now on. */
    void commitDelay(int micros) throws SQLException {
        execute("alter database " + name + " set commit_delay = " + micros);
        execute("alter database " + name + " set commit_siblings = 1");
    }

    /** What PostgreSQL puts off after much was written is done now, not while time is taken. */
    void settle() throws SQLException {
        execute(dataSource(), "vacuum analyze");
        execute("checkpoint");
    }

    AgroalDataSource pool(int size) throws SQLException {
        return url.pool(size);
    }

    private void execute(String sql) throws SQLException {
        execute(beside, sql);
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop database " + name + " with (force)");
    }
}
