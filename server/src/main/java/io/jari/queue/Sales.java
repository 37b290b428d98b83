package io.jari.queue;

import java.sql.SQLException;

/** What a queue must know of the sale that goes on behind it. */
public interface Sales {

    /**
     * How the sale of a date goes, and what was bought.
     *
     * @param since the version of the date up to which purchases are known
     */
    Look look(int dateId, long since) throws SQLException;

    /** What was seen of a sale. */
    record Look(Command.Sale sale, Command.Paid paid) {}
}
