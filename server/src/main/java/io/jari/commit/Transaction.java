package io.jari.commit;

import io.jari.core.commit.Fault;
import io.jari.db.SqlFault;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction: all of the work is committed when it returns, or none of it. */
public final class Transaction {
    private Transaction() {}

    /** What is done between begin and COMMIT. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A COMMIT was sent and its answer lost. */
    private static final class CommitUnknown extends SQLException {
        CommitUnknown(SQLException cause) {
            super(cause);
        }
    }

    public static <T> T run(DataSource dataSource, Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var done = work.on(connection);
                commit(connection);
                return done;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    /** What an exception that {@link #run} threw means. */
    public static Fault fault(Exception e) {
        if (e instanceof CommitUnknown) {
            return Fault.COMMIT_UNKNOWN;
        }
        return switch (SqlFault.of(e)) {
            case PASSING -> Fault.RETRY;
            case DATA -> Fault.POISON;
            case OTHER -> Fault.BROKEN;
        };
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitUnknown(e);
        }
    }

    private static void rollback(Connection connection, Exception e) {
        try {
            connection.rollback();
        } catch (SQLException also) {
            e.addSuppressed(also);
        }
    }
}
