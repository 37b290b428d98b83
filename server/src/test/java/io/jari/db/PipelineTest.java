package io.jari.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is planned while a table is empty, and read once it is full. */
class PipelineTest {
    private static final int ROWS = 10_000;

    /** More than the driver and the server wait before they keep a plan. */
    private static final int ASKED_WHILE_EMPTY = 20;

    private static final String LOOK_UP = """
            select t.* from unnest(?::bigint[]) w(k)
             cross join lateral (select * from line t where t.date_id = ? and t.k = w.k offset 0) t
            """;

    @Test
    void whatIsPlannedEachTimeReadsOnlyWhatItLooksFor() throws SQLException {
        assertThat(rowsRead(() -> new Pipeline().plannedEachTime())).isLessThan(10);
    }

    @Test
    void aPlanKeptFromWhenThereWasNothingReadsItAll() throws SQLException {
        assertThat(rowsRead(Pipeline::new)).isGreaterThanOrEqualTo(ROWS);
    }

    private static long rowsRead(Supplier<Pipeline> pipeline) throws SQLException {
        try (var connection = TestPostgres.fresh().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table line (date_id integer, ticket bigint, k bigint, primary key (date_id, ticket));
                    create unique index on line (date_id, k)
                    """);
            statement.execute("vacuum line"); // by which it is known to be empty
            for (var i = 0; i < ASKED_WHILE_EMPTY; i++) {
                lookUp(pipeline.get(), connection);
            }
            statement.execute("insert into line select 1, i, i from generate_series(1, " + ROWS + ") i");
            connection.setAutoCommit(false);
            lookUp(pipeline.get(), connection);
            try (var row = statement.executeQuery("""
                    select sum(pg_stat_get_xact_tuples_returned(oid)) from pg_class
                     where oid = 'line'::regclass or oid in (select indexrelid from pg_index where indrelid = 'line'::regclass)
                    """)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void lookUp(Pipeline pipeline, Connection connection) throws SQLException {
        pipeline.query(
                        LOOK_UP,
                        slots -> slots.set(1, new long[] {ROWS, ROWS + 1}).set(2, 1),
                        row -> assertThat(row.getLong("k")).isEqualTo(ROWS))
                .run(connection);
    }
}
