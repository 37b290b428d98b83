package io.jari.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Work that only one of all processes does at a time. The lock belongs to a connection without a transaction: it may be held for long, and
 * ends with its process. Should the connection break, another may begin meanwhile: the work must bear that.
 */
@ApplicationScoped
class OneAtATime {
    private static final String NAMES = "(hashtext('jari reconciliation'), hashtext(?))";
    private final DataSource dataSource;

    OneAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Empty when another is at it. */
    <T> Optional<T> tried(String name, Supplier<T> work) {
        try (var connection = dataSource.getConnection()) {
            if (!call(connection, "select pg_try_advisory_lock" + NAMES, name)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                unlock(connection, name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of " + name, e);
        }
    }

    private static void unlock(Connection connection, String name) throws SQLException {
        try {
            call(connection, "select pg_advisory_unlock" + NAMES, name);
        } catch (SQLException e) {
            connection.abort(Runnable::run); // back in the pool it would keep the lock
        }
    }

    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
