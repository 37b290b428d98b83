package io.jari.measure;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.jari.db.DatabaseUrl;
import io.jari.db.Migrations;
import io.jari.db.StartRefused;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database beside another one in the same PostgreSQL, with the same schema, gone when closed: whatever is measured leaves no trace. */
final class ScratchDatabase implements AutoCloseable {
    private final DataSource beside;
    private final String name = "jari_bench_" + ProcessHandle.current().pid();
    private final DatabaseUrl url;

    ScratchDatabase(DataSource beside) throws SQLException {
        this.beside = beside;
        this.url = url(beside, name);
        execute("create database " + name);
        Migrations.run(url);
    }

    private static DatabaseUrl url(DataSource beside, String name) throws SQLException {
        if (!beside.isWrapperFor(PGSimpleDataSource.class)) {
            throw new StartRefused("A bench needs a PostgreSQL in which it may make a database");
        }
        var source = beside.unwrap(PGSimpleDataSource.class);
        var address = String.valueOf(source.getURL()).replaceFirst("^(jdbc:postgresql://[^/?]+/)[^?]*", "$1" + name);
        return new DatabaseUrl(address, String.valueOf(source.getUser()), String.valueOf(source.getPassword()));
    }

    DataSource dataSource() {
        return url.dataSource();
    }

    /** Pooled as the server's. */
    AgroalDataSource pool(int size) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.initialSize(size)
                        .maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(url.jdbcUrl())
                                .principal(new NamePrincipal(url.user()))
                                .credential(new SimplePassword(url.password())))));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = beside.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop database " + name + " with (force)");
    }
}
