package io.jari.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.queue.Command;
import io.jari.queue.TestLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line that was played is sound; each way to spoil it is found. */
class QueueRulesTest {
    private record Spoiled(String rule, String sql) {}

    private static final List<Spoiled> SPOILED = List.of(
            new Spoiled("queue-tickets", "delete from queue_ticket where ticket = 12"),
            new Spoiled("queue-tickets", "update queue set tickets = tickets + 1"),
            new Spoiled(
                    "queue-order",
                    "update queue_ticket set joined_at = joined_at - interval '1 hour' where ticket = 7"),
            new Spoiled("queue-steps", "update queue set admitted = admitted - 1"),
            new Spoiled("queue-steps", "update queue_step set first_rank = first_rank + 1 where first_rank > 1"),
            new Spoiled("queue-counts", "update queue set forfeited = forfeited + 1"),
            new Spoiled("queue-draw", "update queue set seed = '\\x01', seed_hash = '\\x02'"),
            new Spoiled("queue-draw", "update queue set drawn_at = jari_now()"),
            new Spoiled(
                    "entry-admitted",
                    "update queue_entry set entered_at = entered_at + interval '5 minutes' where ticket = 1"),
            new Spoiled("entry-rank", "update queue_entry set rank = 4 where ticket = 3"),
            new Spoiled("entry-owner", "update queue_ticket set account_id = 999 where ticket = 2"),
            new Spoiled("entry-told", "delete from journal where action = 'queue.left'"),
            new Spoiled("step-entered", "update queue_step set entered = entered + 1 where first_rank = 1"),
            new Spoiled("step-entered", "update queue_entry set rank = 2 where ticket = 1"),
            new Spoiled(
                    "queue-one-place",
                    "drop index queue_ticket_account; update queue_ticket set account_id = 2 where ticket = 9"));

    @Test
    void aLineIsSoundAndWhatSpoilsItIsFound() throws Exception {
        try (var line = TestLine.open()) {
            play(line);
            try (var connection = line.database().getConnection()) {
                connection.setAutoCommit(false);
                assertThat(broken(connection))
                        .filteredOn(QueueRulesTest::isOfQueues)
                        .isEmpty();
                for (var each : SPOILED) {
                    execute(connection, each.sql());
                    assertThat(broken(connection)).as(each.sql()).contains(each.rule());
                    connection.rollback();
                }
            }
        }
    }

    private static boolean isOfQueues(String rule) {
        return rule.startsWith("queue-")
                || rule.startsWith("entry-")
                || rule.startsWith("step-")
                || rule.startsWith("journal-")
                || rule.startsWith("head-");
    }

    /** Ten are admitted, five come, one leaves, the others forfeit, and the next come. */
    private static void play(TestLine line) throws SQLException {
        line.joinAll(1, 30);
        line.step(1_000);
        for (var i = 1; i <= 5; i++) {
            line.enter(i);
        }
        line.ask(new Command.Leave(5, TestLine.device(5), 5));
        line.after(Duration.ofSeconds(31));
        line.step(1_000);
        line.enter(11);
        line.join(8);
        line.after(Duration.ofSeconds(100));
        line.step(0);
    }

    private static List<String> broken(Connection connection) throws SQLException {
        return new Audit(connection)
                .run(_ -> {}).stream()
                        .filter(finding -> finding.broken() > 0)
                        .map(finding -> finding.rule().name())
                        .toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
