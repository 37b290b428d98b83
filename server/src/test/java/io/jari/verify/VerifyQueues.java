package io.jari.verify;

import io.jari.queue.Command;
import io.jari.queue.TestLine;
import javax.sql.DataSource;

/** What breaks the rules of waiting rooms, beginning with a line that was played. */
final class VerifyQueues {
    /** A rule and what breaks it. */
    static final String BREAKS = """
            queue-tickets     | delete from queue_ticket where ticket = 12
            queue-tickets     | update queue set tickets = tickets + 1
            queue-order       | update queue_ticket set joined_at = joined_at - interval '10 seconds' where ticket = 7
            queue-steps       | update queue set admitted = admitted - 1
            queue-steps       | update queue_step set first_rank = first_rank + 1 where first_rank > 1
            queue-counts      | update queue set forfeited = forfeited + 1
            queue-draw        | update queue set seed = '\\x01', seed_hash = '\\x02'
            queue-draw        | update queue set drawn_at = jari_now()
            entry-admitted    | update queue_entry set entered_at = entered_at + interval '5 minutes' where ticket = 1
            entry-rank        | update queue_entry set rank = 4 where ticket = 3
            entry-owner       | update queue_ticket set account_id = 999 where ticket = 2
            entry-told        | delete from journal where action = 'queue.left'
            step-entered      | update queue_step set entered = entered + 1 where first_rank = 1
            step-entered      | update queue_entry set rank = 2 where ticket = 1
            queue-one-place   | drop index queue_ticket_account; update queue_ticket set account_id = 2 where ticket = 9
            """;

    private VerifyQueues() {}

    /** Ten are admitted, five come, one leaves, the others forfeit, the next come, and at last all is sold. */
    static void play(DataSource database) throws Exception {
        try (var line = TestLine.in(database)) {
            line.joinAll(1, 30);
            line.step(1_000);
            for (var i = 1; i <= 5; i++) {
                line.enter(i);
            }
            line.ask(new Command.Leave(5, TestLine.device(5), 5));
            line.execute("update queue_step set enter_by = jari_now()");
            line.step(1_000);
            line.enter(11);
            line.join(8);
            line.execute("update queue_entry set expires_at = jari_now() where ticket = 1");
            line.step(0);
        }
    }
}
