package io.jari.db;

import io.jari.JariServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads and writes a running server's database, where a test must see or make what no API shows. */
public final class TestData {
    private TestData() {}

    public static DatabaseUrl of(JariServer server) {
        return DatabaseUrl.parse(server.databaseUrl(), Map.of());
    }

    /** Of a demo. */
    public static Secret secret(JariServer server) {
        return Secret.ofDemo(of(server).dataSource());
    }

    public static void execute(JariServer server, String sql) {
        try (var connection = of(server).dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static long number(JariServer server, String sql) {
        try (var connection = of(server).dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static String text(JariServer server, String sql) {
        return texts(server, sql).getFirst();
    }

    /** One column, sorted. */
    public static List<String> texts(JariServer server, String sql) {
        var texts = new ArrayList<String>();
        try (var connection = of(server).dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        Collections.sort(texts);
        return texts;
    }
}
