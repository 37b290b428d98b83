package io.jari.bench.api;

import java.sql.SQLException;

/**
 * What PostgreSQL has done since its statistics began, over all its databases.
 *
 * @param walBytes of its log
 * @param deadlocks that it has broken
 */
public record DatabaseCost(long walBytes, long commits, long rollbacks, long deadlocks) {
    private static final String ASK = """
            select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint,
                   sum(xact_commit)::bigint, sum(xact_rollback)::bigint, sum(deadlocks)::bigint
              from pg_stat_database
            """;

    /** @param url {@code postgres://user:password@host:port/name} */
    public static DatabaseCost of(String url) {
        try (var connection = new OwnDatabase(url).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(ASK)) {
            rows.next();
            return new DatabaseCost(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell its figures: " + e.getMessage(), e);
        }
    }

    public DatabaseCost since(DatabaseCost before) {
        return new DatabaseCost(
                walBytes - before.walBytes,
                commits - before.commits,
                rollbacks - before.rollbacks,
                deadlocks - before.deadlocks);
    }
}
