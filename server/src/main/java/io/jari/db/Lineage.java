package io.jari.db;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Within one lineage, versions follow each other. Where they go back, it differs: a backup is restored by another run of the server, or
 * into tables made anew. It also differs where nothing was lost, after each start of the database, and then all is read once more.
 */
public final class Lineage {
    /** As a part of a statement: a text. */
    public static final String SQL =
            "extract(epoch from pg_postmaster_start_time()) || ' ' || pg_relation_filenode('partition_head')";

    private Lineage() {}

    /** As it stands now: what was read of another is not followed but read again. */
    public static String now(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select " + SQL);
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
