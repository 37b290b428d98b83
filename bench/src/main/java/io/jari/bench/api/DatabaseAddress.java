package io.jari.bench.api;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a PostgreSQL is, and who may use it: {@code postgres://user:password@host:port/name}. */
public record DatabaseAddress(String url) {

    public Connection connect() throws SQLException {
        var there = URI.create(url);
        var who = there.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + there.getHost() + ":" + there.getPort() + there.getPath(), who[0], who[1]);
    }

    /** Of the server there. */
    public String version() throws SQLException {
        try (var connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
