package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A date on sale of which the planner's statistics know nothing: each look-up goes by its own key. */
class NewDatePlanTest {
    private static final int OLD = 4;
    private static final String JOINER =
            "select from queue_ticket where date_id = ? and joiner = '\\x01' and over_at is null";
    private static final String ACCOUNT =
            "select from queue_ticket where date_id = ? and account_id = 1 and over_at is null";
    private static final String OPEN_STEPS =
            "select first_rank from queue_step where date_id = ? and closed_at is null";

    @Test
    void aDateWithoutStatisticsIsReadByItsKeys() throws SQLException {
        var database = TestPostgres.fresh();
        try (var line = TestLine.in(database)) {
            aSaleAndThenAnother(line);
            assertThat(line.plan(JOINER)).contains("queue_ticket_joiner");
            assertThat(line.plan(ACCOUNT)).contains("queue_ticket_account");
            assertThat(line.plan(OPEN_STEPS)).contains("queue_step_open");
        }
    }

    @Test
    void withStatisticsOfOlderDatesALineIsReadForEachWhoJoins() throws SQLException {
        var database = TestPostgres.fresh();
        try (var line = TestLine.in(database)) {
            line.execute("alter table queue_ticket alter column date_id set statistics -1");
            aSaleAndThenAnother(line);
            assertThat(line.plan(JOINER)).contains("queue_ticket_pkey").contains("Filter");
        }
    }

    private static void aSaleAndThenAnother(TestLine line) throws SQLException {
        sale(line, OLD);
        line.execute("analyze queue_ticket; analyze queue_step");
        sale(line, TestLine.DATE);
    }

    private static void sale(TestLine line, int dateId) throws SQLException {
        line.execute("""
                insert into queue_ticket (date_id, ticket, joiner, account_id, joined_at)
                select %1$d, t, decode(md5(t::text), 'hex'), t, jari_now() from generate_series(1, 25000) t;
                insert into queue_step (date_id, first_rank, last_rank, admitted_at, enter_by, closed_at, version)
                select %1$d, 10 * s, 10 * s + 9, jari_now(), jari_now(), jari_now(), s from generate_series(1, 2000) s
                """.formatted(dateId));
    }
}
