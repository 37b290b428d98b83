package io.jari.db;

import java.sql.SQLException;

/** A PostgreSQL that others run. */
record OutsideDatabase(DatabaseUrl url) implements Database {
    private static final int OLDEST_VERSION = 14;

    @Override
    public DatabaseUrl start() {
        try (var connection = url.dataSource().getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new StartRefused("The database %s is PostgreSQL %d; version %d or newer is needed."
                        .formatted(url, version, OLDEST_VERSION));
            }
            return url;
        } catch (SQLException e) {
            throw new StartRefused("The database %s can't be reached: %s".formatted(url, e.getMessage()), e);
        }
    }

    @Override
    public void announce(String holder) {}

    @Override
    public void close() {}
}
