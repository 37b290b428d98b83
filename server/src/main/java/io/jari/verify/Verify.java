package io.jari.verify;

import io.jari.db.StartRefused;
import io.jari.db.Verb;
import io.jari.terminal.Progress;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The verb {@code verify}: reads one moment of the database and says what holds and what does not. */
public final class Verify implements Verb {

    @Override
    public int run(List<String> arguments, DataSource database, PrintStream out) throws Exception {
        if (!arguments.isEmpty()) {
            throw new StartRefused("verify does not know " + arguments.getFirst() + "; see ./jari verify --help");
        }
        var startedNanos = System.nanoTime();
        try (var connection = database.getConnection()) {
            var findings = snapshot(connection, out);
            var logs = logs(connection);
            connection.rollback();
            print(findings, out);
            logs.forEach(out::println);
            var faults = findings.stream().filter(Finding::isFault).count();
            out.printf(
                    Locale.ROOT,
                    faults == 0 ? "All of this holds. Checked in %2$s.%n" : "%d of these do not hold. Checked in %s.%n",
                    faults,
                    Progress.duration((System.nanoTime() - startedNanos) / 1e9));
            return faults == 0 ? 0 : 1;
        }
    }

    private static List<Finding> snapshot(Connection connection, PrintStream out) throws SQLException {
        connection.setAutoCommit(false);
        try (var set = connection.createStatement()) {
            set.execute("set transaction isolation level repeatable read, read only");
            set.execute("set local work_mem = '256MB'");
            set.execute("set local jit = off");
            // Every join is of large sets by equal keys; statistics that lag behind a rush must not choose another way.
            set.execute("set local enable_nestloop = off");
            set.execute("set local enable_mergejoin = off");
        }
        var audit = new Audit(connection);
        var progress = Progress.on(out, "steps", audit.steps());
        return audit.run(progress::add);
    }

    private static List<String> logs(Connection connection) throws SQLException {
        var logs = new ArrayList<String>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery(ProviderLogRules.READ_UNTIL)) {
            while (rows.next()) {
                logs.add(rows.getString(1));
            }
        }
        return logs;
    }

    private static void print(List<Finding> findings, PrintStream out) {
        for (var finding : findings) {
            var rule = finding.rule();
            var mark = finding.broken() == 0 ? "holds" : finding.isFault() ? "BROKEN" : "note";
            out.printf(Locale.ROOT, "%-6s  %s  %s%n", mark, rule.name(), rule.says());
            if (finding.broken() > 0) {
                out.printf(
                        Locale.ROOT,
                        "        not so for %,d of %,d %s:%n",
                        finding.broken(),
                        finding.checked(),
                        finding.unit());
                finding.examples().forEach(example -> out.println("          " + example));
            } else {
                out.printf(Locale.ROOT, "        %,d %s%n", finding.checked(), finding.unit());
            }
        }
    }
}
