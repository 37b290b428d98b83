package io.jari.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * When a plan is made. Usually once for many runs; but of a table that grows from nothing to a million rows in a minute, a plan that was
 * made at the beginning may read all of it.
 */
public final class Plans {
    private Plans() {}

    /** Planned at each run, for a tenth of a millisecond. */
    public static PreparedStatement eachTime(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }
}
