package io.jari.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several statements in one round trip: pgjdbc sends them together and the server runs them one after another, each with a snapshot
 * of its own. The same sequence of statements is prepared once.
 */
public final class Pipeline {
    private final List<Step> steps = new ArrayList<>();
    private boolean plannedEachTime;

    /** Sets a statement's parameters, counted from 1 within it. */
    @FunctionalInterface
    public interface Parameters {
        void set(Slots slots) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Rows {
        void row(ResultSet row) throws SQLException;
    }

    /** The parameters of one of the statements. */
    public record Slots(PreparedStatement statement, int before) {
        public Slots set(int index, @Nullable Object value) throws SQLException {
            statement.setObject(before + index, value);
            return this;
        }

        public Slots texts(int index, Object[] values) throws SQLException {
            statement.setArray(before + index, statement.getConnection().createArrayOf("text", values));
            return this;
        }

        public Slots bytes(int index, byte[][] values) throws SQLException {
            statement.setArray(before + index, statement.getConnection().createArrayOf("bytea", values));
            return this;
        }
    }

    private record Step(String sql, int slots, Parameters parameters, Rows rows, int mustChange) {}

    private static final int ANY = -1;

    /** No plan is kept: see {@link Plans}. */
    public Pipeline plannedEachTime() {
        plannedEachTime = true;
        return this;
    }

    public Pipeline query(String sql, Parameters parameters, Rows rows) {
        return add(sql, parameters, rows, ANY);
    }

    public Pipeline update(String sql, Parameters parameters) {
        return add(sql, parameters, _ -> {}, ANY);
    }

    /** An update that must change exactly so many rows: fewer means that somebody else changed them. */
    public Pipeline update(String sql, int mustChange, Parameters parameters) {
        return add(sql, parameters, _ -> {}, mustChange);
    }

    private Pipeline add(String sql, Parameters parameters, Rows rows, int mustChange) {
        var slots = (int) sql.chars().filter(c -> c == '?').count();
        steps.add(new Step(sql, slots, parameters, rows, mustChange));
        return this;
    }

    /**
     * Sends all and reads all.
     *
     * @throws RowsMissing when an update changed other than the rows it must
     */
    public void run(Connection connection) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        var sql = new StringBuilder();
        for (var step : steps) {
            sql.append(step.sql).append(';');
        }
        try (var statement = plannedEachTime
                ? Plans.eachTime(connection, sql.toString())
                : connection.prepareStatement(sql.toString())) {
            var before = 0;
            for (var step : steps) {
                step.parameters.set(new Slots(statement, before));
                before += step.slots;
            }
            var isResult = statement.execute();
            for (var i = 0; i < steps.size(); i++) {
                read(steps.get(i), statement, isResult);
                isResult = i + 1 < steps.size() && statement.getMoreResults();
            }
        }
    }

    private static void read(Step step, PreparedStatement statement, boolean isResult) throws SQLException {
        if (isResult) {
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    step.rows.row(rows);
                }
            }
        } else if (step.mustChange != ANY && statement.getUpdateCount() != step.mustChange) {
            throw new RowsMissing(step.sql, step.mustChange, statement.getUpdateCount());
        }
    }

    /** A conditional update met rows that were not as they were read. */
    public static final class RowsMissing extends SQLException {
        RowsMissing(String sql, int expected, int changed) {
            super(
                    "changed %d rows instead of %d: %s"
                            .formatted(
                                    changed, expected, sql.lines().findFirst().orElse("")),
                    "40001");
        }
    }
}
