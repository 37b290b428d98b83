package io.jari.queue;

import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.journal.Journal;
import io.jari.journal.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a decided batch writes, as arrays: places, entries, steps, the queue, journal, outbox, head. */
final class QueueWrites {
    private final Pipeline pipeline = new Pipeline().plannedEachTime();
    private final QueueBatch batch;
    private final int dateId;

    private QueueWrites(QueueBatch batch) {
        this.batch = batch;
        this.dateId = batch.queue().dateId();
    }

    /** All writes of the batch, in one pipeline. */
    static Pipeline of(QueueBatch batch) {
        var writes = new QueueWrites(batch);
        if (!batch.isEmpty()) {
            writes.places();
            writes.entries();
            writes.steps();
            writes.queue();
            if (batch.isNews()) {
                writes.journal();
            }
        }
        return writes.pipeline;
    }

    /** Tickets are named in an array of their own: joined alone, the whole line would be read for them. First what is given up, then what is bound, then what is new: a joiner and an account have one place at any moment. */
    private void places() {
        var given = batch.given();
        if (!given.isEmpty()) {
            pipeline.update(
                    "update queue_ticket set over_at = ?::timestamptz where date_id = ? and ticket = any(?) and over_at is null",
                    given.size(),
                    slots -> slots.set(1, batch.now().toString()).set(2, dateId).set(3, tickets(given)));
        }
        var bound = batch.bound();
        if (!bound.isEmpty()) {
            pipeline.update(
                    """
                    update queue_ticket q set account_id = k.account_id
                      from unnest(?::bigint[], ?::bigint[]) k(ticket, account_id)
                     where q.date_id = ? and q.ticket = any(?) and q.ticket = k.ticket and q.account_id is null
                    """,
                    bound.size(),
                    slots -> slots.set(1, tickets(bound))
                            .set(2, bound.stream().map(Place::accountId).toArray(Long[]::new))
                            .set(3, dateId)
                            .set(4, tickets(bound)));
        }
        var made = batch.made().stream().map(batch::find).toList();
        if (!made.isEmpty()) {
            pipeline.update(
                    """
                    insert into queue_ticket (date_id, ticket, joiner, account_id, joined_at, over_at)
                    select ?, t, j, a, ?::timestamptz, case when over then ?::timestamptz end
                      from unnest(?::bigint[], ?::bytea[], ?::bigint[], ?::boolean[]) k(t, j, a, over)
                    """,
                    made.size(),
                    slots -> slots.set(1, dateId)
                            .set(2, batch.now().toString())
                            .set(3, batch.now().toString())
                            .set(4, tickets(made))
                            .bytes(5, made.stream().map(p -> p.joiner().bytes()).toArray(byte[][]::new))
                            .set(6, made.stream().map(Place::accountId).toArray(Long[]::new))
                            .set(7, made.stream().map(Place::over).toArray(Boolean[]::new)));
        }
    }

    private void entries() {
        var moved = batch.moved();
        if (!moved.isEmpty()) {
            pipeline.update(
                    """
                    insert into queue_entry (date_id, ticket, rank, account_id, entered_at, expires_at, leave_by, ended_at,
                        end_reason)
                    select ?, t, r, a, entered::timestamptz, expires::timestamptz, leave::timestamptz, ended::timestamptz, reason
                      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                           k(t, r, a, entered, expires, leave, ended, reason)
                    on conflict (date_id, ticket) do update
                       set expires_at = excluded.expires_at, ended_at = excluded.ended_at, end_reason = excluded.end_reason
                     where queue_entry.ended_at is null
                    """,
                    moved.size(),
                    slots -> slots.set(1, dateId)
                            .set(2, tickets(moved))
                            .set(
                                    3,
                                    moved.stream()
                                            .mapToLong(p -> entry(p).rank())
                                            .toArray())
                            .set(
                                    4,
                                    moved.stream()
                                            .mapToLong(p -> entry(p).accountId())
                                            .toArray())
                            .texts(5, texts(moved, p -> entry(p).enteredAt()))
                            .texts(6, texts(moved, p -> entry(p).expiresAt()))
                            .texts(7, texts(moved, p -> entry(p).leaveBy()))
                            .texts(8, texts(moved, p -> entry(p).endedAt()))
                            .texts(9, moved.stream().map(QueueWrites::reason).toArray()));
        }
        if (batch.inside().allEnded()) {
            pipeline.update("""
                    update queue_entry set ended_at = ?::timestamptz, end_reason = 'sold_out'
                     where date_id = ? and ended_at is null
                    """, slots -> slots.set(1, batch.now().toString()).set(2, dateId));
        }
    }

    private static Place.Entry entry(Place place) {
        return Objects.requireNonNull(place.entry());
    }

    private static @Nullable String reason(Place place) {
        var why = entry(place).reason();
        return why == null ? null : why.wire();
    }

    private void steps() {
        var touched = batch.steps().touched();
        if (!touched.isEmpty()) {
            pipeline.update(
                    """
                    update queue_step s set entered = k.entered, enter_by = k.enter_by::timestamptz, version = ?,
                           closed_at = case when k.closed then ?::timestamptz end
                      from unnest(?::bigint[], ?::int[], ?::text[], ?::boolean[]) k(first_rank, entered, enter_by, closed)
                     where s.date_id = ? and s.first_rank = k.first_rank and s.closed_at is null
                    """,
                    touched.size(),
                    slots -> slots.set(1, batch.read().version())
                            .set(2, batch.now().toString())
                            .set(3, touched.stream().mapToLong(StepRow::first).toArray())
                            .set(4, touched.stream().mapToInt(StepRow::entered).toArray())
                            .texts(
                                    5,
                                    touched.stream()
                                            .map(s -> s.enterBy().toString())
                                            .toArray())
                            .set(6, touched.stream().map(StepRow::closed).toArray(Boolean[]::new))
                            .set(7, dateId));
        }
        for (var step : batch.steps().made()) {
            pipeline.update(
                    """
                    insert into queue_step (date_id, first_rank, last_rank, admitted_at, enter_by, entered, version)
                    values (?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?)
                    """,
                    1,
                    slots -> slots.set(1, dateId)
                            .set(2, step.first())
                            .set(3, step.last())
                            .set(4, step.admittedAt().toString())
                            .set(5, step.enterBy().toString())
                            .set(6, step.entered())
                            .set(7, batch.read().version()));
        }
    }

    private void queue() {
        pipeline.update(
                """
                update queue set tickets = ?, admitted = ?, stepped_at = ?::timestamptz, inside = ?, came = ?, forfeited = ?,
                       sold_out_at = ?::timestamptz, watched_version = ?, ease = ?
                 where date_id = ? and tickets = ? and admitted = ?
                """,
                1,
                slots -> slots.set(1, batch.tickets())
                        .set(2, batch.steps().admitted())
                        .set(3, text(batch.steps().steppedAt()))
                        .set(4, batch.inside().count())
                        .set(5, batch.steps().came())
                        .set(6, batch.steps().forfeited())
                        .set(7, text(batch.soldOutAt()))
                        .set(8, batch.inside().watched())
                        .set(9, batch.steps().ease())
                        .set(10, dateId)
                        .set(11, batch.queue().tickets())
                        .set(12, batch.queue().admitted()));
        if (batch.frozen()) {
            var draw = Objects.requireNonNull(batch.queue().draw());
            pipeline.update(
                    """
                    update queue set drawn_tickets = ?, root = ?, frozen_at = ?::timestamptz, drawn_at = ?::timestamptz
                     where date_id = ? and frozen_at is null
                    """,
                    1,
                    slots -> slots.set(1, draw.tickets())
                            .set(2, draw.root())
                            .set(3, text(draw.frozenAt()))
                            .set(4, text(draw.drawnAt()))
                            .set(5, dateId));
        }
    }

    private void journal() {
        var partition = Partition.queue(dateId);
        var version = batch.read().version();
        var entries = batch.entries();
        Heads.raise(pipeline, partition, version, false);
        if (!entries.isEmpty()) {
            Journal.write(
                    pipeline,
                    IntStream.range(0, entries.size())
                            .mapToObj(n -> row(partition, version, n, entries.get(n)))
                            .toList());
        }
        Outbox.write(pipeline, List.of(new Outbox.Row(partition, version, batch.now(), entries.size(), new int[0])));
    }

    private Journal.Row row(Partition partition, long version, int n, QueueBatch.Entry e) {
        return new Journal.Row(partition, version, n, batch.now(), e.actor(), e.action(), e.subject(), e.body());
    }

    private static long[] tickets(List<Place> places) {
        return places.stream().mapToLong(Place::ticket).toArray();
    }

    private static @Nullable Object[] texts(List<Place> places, Function<Place, @Nullable Instant> of) {
        return places.stream().map(p -> text(of.apply(p))).toArray();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
