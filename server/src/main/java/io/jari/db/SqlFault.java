package io.jari.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an SQL error means for the transaction that met it. */
public enum SqlFault {
    /** Nobody's fault: connection, restart, lock time-out, deadlock, serialization. Run again. */
    PASSING,
    /** The data of some command: a constraint or a value. */
    DATA,
    /** Anything else. */
    OTHER;

    public static SqlFault of(@Nullable Throwable error) {
        for (var e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql) {
                return ofState(sql.getSQLState());
            }
        }
        return OTHER;
    }

    /** SQLSTATE classes as in appendix A of the PostgreSQL manual. */
    static SqlFault ofState(@Nullable String state) {
        if (state == null) {
            return PASSING; // pgjdbc gives none when the pool or the socket fails
        }
        if (state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals("57014")
                || state.startsWith("25P")
                || state.equals("55P03")) {
            return PASSING;
        }
        return state.startsWith("22") || state.startsWith("23") ? DATA : OTHER;
    }
}
