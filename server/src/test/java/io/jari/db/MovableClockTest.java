package io.jari.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovableClockTest {
    private DataSource database;
    private MovableClock clock;

    @BeforeEach
    void open() {
        database = TestPostgres.fresh();
        clock = new MovableClock(database);
    }

    @Test
    void aClockSetForwardRunsThroughNoTimeTwice() throws SQLException {
        clock.offset(Duration.ofDays(40));
        clock.moveTo(clock.now().plusSeconds(90));
        assertThat(ranTwice()).isEqualTo("{}");
    }

    @Test
    void theTimesThatComeTwiceAreKept() throws SQLException {
        clock.offset(Duration.ofHours(-1));
        var twice = clock.now();
        clock.offset(Duration.ofHours(1));
        clock.moveTo(clock.now().minusSeconds(10));
        var seconds = clock.now();
        assertThat(covers(twice.plusSeconds(1))).isTrue();
        assertThat(covers(seconds)).isTrue();
        assertThat(covers(twice.plus(Duration.ofMinutes(90)))).as("came once").isFalse();
    }

    @Test
    void ofAClockThatDidNotKeepThemAnyTimeMayHave() throws SQLException {
        execute("alter table clock_offset drop column ran_twice");
        assertThat(ranTwice()).as("looked at before it is served").isEqualTo("{(,)}");
        clock.install();
        clock.install();
        assertThat(ranTwice()).isEqualTo("{(,)}");
    }

    @Test
    void ofAnExportThatDidNotKeepThemAnyTimeMayHave() throws SQLException {
        execute("truncate clock_offset; insert into clock_offset (\"offset\") values (interval '1 hour')");
        assertThat(ranTwice()).isEqualTo("{(,)}");
    }

    @Test
    void aClockThatCannotBeSetRunsOnce() throws SQLException {
        execute("drop table clock_offset");
        assertThat(ranTwice()).isEqualTo("{}");
    }

    private boolean covers(Instant time) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select ?::tstzmultirange @> ?::timestamptz")) {
            select.setString(1, ranTwice());
            select.setString(2, time.toString());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private String ranTwice() throws SQLException {
        try (var connection = database.getConnection()) {
            return MovableClock.ranTwice(connection);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
