package io.jari.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.db.TestPostgres;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done stays as it was told. */
class JournalKeptTest {
    private static DataSource database;

    @BeforeAll
    static void open() throws SQLException {
        database = TestPostgres.fresh();
        execute("""
                insert into journal (partition_id, kind, version, n, at, actor, action, subject)
                values (1, 1, 1, 0, jari_now(), 'account:1', 'rate.changed', '1')
                """);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal set actor = 'nobody'", "delete from journal", "truncate journal"})
    void nothingOfTheJournalIsChanged(String change) {
        assertThatThrownBy(() -> execute(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("only ever added to");
    }

    /** The twin: without the guard all three go through. */
    @Test
    void withoutTheGuardItIs() throws SQLException {
        execute("begin; alter table journal disable trigger journal_kept; update journal set actor = 'nobody';"
                + " delete from journal; truncate journal; rollback");
    }
}
