package io.jari.outage;

import java.sql.Connection;
import java.sql.SQLException;

/** Times that do not run while no process is there. */
public interface Spared {

    /**
     * Gives more time to what was alive when the outage began.
     *
     * @param gap how much, as PostgreSQL writes an interval
     * @param lastNow when the outage began, on the clock of decisions, as PostgreSQL writes a time
     * @return how many got it
     */
    int extend(Connection connection, String gap, String lastNow) throws SQLException;
}
