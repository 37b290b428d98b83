package io.jari.moving;

import io.jari.db.DataFolder;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A job of the launcher that copies the database, or makes one of a copy. */
public interface Move {

    /**
     * Does the job.
     *
     * @param folder of the built-in database, there or to be made
     * @return the process's exit code, 0 for success
     * @throws io.jari.db.StartRefused where it can't be done, and why
     */
    int run(List<String> arguments, DataFolder folder, Map<String, String> environment, PrintStream out)
            throws Exception;
}
