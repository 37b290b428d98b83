package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A queue as staff see it, each second, also late in a large sale. */
class QueueLookupTest {
    @Test
    void whoCameInLongAgoIsNotReadAgain() throws SQLException {
        var database = TestPostgres.fresh();
        try (var line = TestLine.in(database)) {
            line.execute("""
                    insert into queue_ticket (date_id, ticket, joiner, account_id, joined_at)
                    select %1$d, t, decode(lpad(to_hex(t), 32, '0'), 'hex'), t, jari_now() - interval '3 hours'
                      from generate_series(1, 100000) t;
                    insert into queue_entry (date_id, ticket, rank, account_id, entered_at, expires_at, leave_by, ended_at, end_reason)
                    select %1$d, t, t, t, jari_now() - t * interval '0.1 seconds', jari_now(), jari_now(), jari_now(), 'left'
                      from generate_series(1, 100000) t;
                    insert into queue_step (date_id, first_rank, last_rank, admitted_at, enter_by, closed_at, version)
                    select %1$d, 10 * s, 10 * s + 9, jari_now() - s * interval '1 seconds', jari_now(), jari_now(), s
                      from generate_series(1, 10000) s;
                    update queue set opens_at = jari_now() - interval '3 hours';
                    analyze queue_ticket; analyze queue_entry; analyze queue_step; analyze queue
                    """.formatted(TestLine.DATE));
            assertThat(line.plan(QueueLookup.LIVE))
                    .contains("queue_entry_entered", "queue_step_admitted", "queue_ticket_pkey");
            line.execute("""
                    update queue_step set admitted_at = jari_now() where first_rank = 10;
                    update queue_entry set entered_at = jari_now() where ticket = 1
                    """);
            var live = new QueueLookup(database).live(TestLine.DATE).orElseThrow();
            assertThat(live.admittedPerSecond()).isPositive();
            assertThat(live.waitSeconds()).isGreaterThan(10_000);
            line.execute("drop index queue_entry_entered; drop index queue_step_admitted");
            assertThat(line.plan(QueueLookup.LIVE))
                    .as("without them all is read")
                    .contains("Bitmap Index Scan on queue_entry_pkey");
        }
    }
}
