package io.jari.moving;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is to be done once a restore has brought an older state back, before anybody is served. All of them run in one transaction, on the
 * newest schema.
 */
public interface AfterRestore {

    /** Does it, and says what was done. */
    String repair(Connection connection) throws SQLException;
}
