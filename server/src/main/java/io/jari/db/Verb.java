package io.jari.db;

import java.io.PrintStream;
import java.util.List;
import javax.sql.DataSource;

/** A job of the launcher that works on the database and needs no HTTP: {@code load}, {@code verify}. */
public interface Verb {

    /**
     * Does the job; the schema is up to date.
     *
     * @return the process's exit code, 0 for success
     */
    int run(List<String> arguments, DataSource database, PrintStream out) throws Exception;
}
