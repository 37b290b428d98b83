package io.jari.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a database is for. It is decided at its first start and never changes: a demo holds logins the world knows. */
public enum Mode {
    DEMO("demo"),
    PRODUCTION("production");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    public static Mode of(String text) {
        return text.equals(DEMO.text) ? DEMO : PRODUCTION;
    }

    public String text() {
        return text;
    }

    /** Marks a fresh database with this mode, and refuses one that is marked with the other. */
    public void claim(DataSource database) {
        try (var connection = database.getConnection()) {
            insert(connection);
            var found = of(read(connection));
            if (found != this) {
                throw new StartRefused(
                        "This database was made by a %s start, so a %s start refuses it. Use another database%s."
                                .formatted(
                                        found.text,
                                        text,
                                        this == DEMO ? "" : ": a demo's logins are known to everybody"));
            }
            if (this == PRODUCTION && MovableClock.installed(connection)) {
                throw new StartRefused(
                        "This database has a movable clock (table clock_offset): it is a test's, not for production.");
            }
        } catch (SQLException e) {
            throw new StartRefused("The database's settings can't be read: " + e.getMessage(), e);
        }
    }

    private void insert(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into setting (name, value) values ('mode', ?) on conflict do nothing")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    private static String read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select value from setting where name = 'mode'");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
