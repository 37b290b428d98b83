package io.jari.bench.api;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database of a server of one's own, asked by SQL.
 *
 * @param url {@code postgres://user:password@host:port/name}
 */
public record OwnDatabase(String url) {

    public Connection connect() throws SQLException {
        var there = URI.create(url);
        var who = there.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + there.getHost() + ":" + there.getPort() + there.getPath(), who[0], who[1]);
    }

    public String version() {
        return ask("show server_version");
    }

    public long count(String table) {
        return Long.parseLong(ask("select count(*) from " + table));
    }

    /** What it puts off after much was written is done now, not while time is taken. */
    public void settle() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be vacuumed: " + e.getMessage(), e);
        }
    }

    private String ask(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
        }
    }
}
