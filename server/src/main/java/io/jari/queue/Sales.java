package io.jari.queue;

import java.sql.SQLException;

/** What a queue must know of the sale that goes on behind it. */
public interface Sales {

    /** How the sale of a date goes. */
    Command.Sale now(int dateId) throws SQLException;

    /** Who has bought since a version of the date, and up to which version that is. */
    Command.Paid since(int dateId, long dateVersion) throws SQLException;
}
