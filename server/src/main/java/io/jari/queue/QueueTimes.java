package io.jari.queue;

import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.journal.Journal;
import io.jari.journal.Outbox;
import io.jari.outage.Spared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The time that those admitted have to come in, and those inside to stay. */
@ApplicationScoped
public class QueueTimes implements Spared {
    @Override
    public int extend(Connection connection, String gap, String lastNow) throws SQLException {
        var extended = 0;
        for (var dateId : alive(connection, lastNow)) {
            extended += extend(connection, dateId, gap, lastNow);
        }
        return extended;
    }

    private static List<Integer> alive(Connection connection, String lastNow) throws SQLException {
        try (var select = connection.prepareStatement("""
                select date_id from queue_step where closed_at is null and enter_by > ?::timestamptz
                union
                select date_id from queue_entry where ended_at is null and expires_at > ?::timestamptz
                order by 1
                """)) {
            select.setString(1, lastNow);
            select.setString(2, lastNow);
            var dates = new ArrayList<Integer>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    dates.add(rows.getInt(1));
                }
            }
            return dates;
        }
    }

    private static int extend(Connection connection, int dateId, String gap, String lastNow) throws SQLException {
        var read = new QueueRead();
        var lock = new Pipeline();
        Heads.lock(lock, Partition.Kind.QUEUE, new long[] {dateId}, Heads.Lock.HELD, (_, _) -> {});
        Heads.nowAndVersion(lock, read::at);
        lock.run(connection);
        var extended = new AtomicInteger();
        var work = new Pipeline();
        work.query(
                """
                with more as (update queue_step set enter_by = enter_by + ?::interval, version = ?
                               where date_id = ? and closed_at is null and enter_by > ?::timestamptz
                              returning last_rank - first_rank + 1 - entered as people)
                select coalesce(sum(people), 0) from more
                """,
                slots -> slots.set(1, gap).set(2, read.version()).set(3, dateId).set(4, lastNow),
                row -> extended.addAndGet(row.getInt(1)));
        work.query(
                """
                with more as (update queue_entry set expires_at = expires_at + ?::interval, leave_by = leave_by + ?::interval
                               where date_id = ? and ended_at is null and expires_at > ?::timestamptz
                              returning 1)
                select count(*) from more
                """,
                slots -> slots.set(1, gap).set(2, gap).set(3, dateId).set(4, lastNow),
                row -> extended.addAndGet(row.getInt(1)));
        var partition = Partition.queue(dateId);
        Heads.raise(work, partition, read.version(), false);
        Journal.write(
                work,
                List.of(new Journal.Row(
                        partition,
                        read.version(),
                        0,
                        read.now(),
                        "system",
                        "queue.time-given",
                        Integer.toString(dateId),
                        "{\"gap\":\"" + gap + "\"}")));
        Outbox.write(work, List.of(new Outbox.Row(partition, read.version(), read.now(), 1, new int[0])));
        work.run(connection);
        return extended.get();
    }
}
