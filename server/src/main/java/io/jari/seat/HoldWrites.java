package io.jari.seat;

import io.jari.core.seat.SeatClaims;
import io.jari.core.seat.SeatState;
import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.journal.Journal;
import io.jari.journal.Outbox;
import io.jari.payment.PaymentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What decided batches write, as arrays: claims first and conditionally, then holds, tickets, payments, journal, outbox, heads. */
final class HoldWrites {
    private final Pipeline pipeline = new Pipeline();
    private final List<HoldBatch> batches;
    private final HoldsRead read;
    private final Locking locking;

    private HoldWrites(List<HoldBatch> batches, HoldsRead read, Locking locking) {
        this.batches = batches;
        this.read = read;
        this.locking = locking;
    }

    /** All writes of the batches, in one pipeline. */
    static Pipeline of(List<HoldBatch> all, HoldsRead read, Locking locking) {
        var batches = all.stream().filter(b -> !b.isEmpty()).toList();
        var writes = new HoldWrites(batches, read, locking);
        if (!batches.isEmpty()) {
            new ClaimWrites(writes.pipeline, batches, read, locking).add();
            writes.holds();
            writes.uses();
            PaymentChange.write(
                    writes.pipeline,
                    batches.stream()
                            .flatMap(b -> b.payments().changes().stream())
                            .toList(),
                    read.now(),
                    read.version());
            writes.journal();
        }
        return writes.pipeline;
    }

    private void holds() {
        var made = batches.stream().flatMap(b -> b.made().stream()).toList();
        if (!made.isEmpty()) {
            insert(made);
        }
        record Changed(SeatHold hold, SeatHold before) {}
        var changed = batches.stream()
                .flatMap(b -> b.changed().stream().map(before -> new Changed(b.find(before.holdId()), before)))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        var now = changed.stream().map(Changed::hold).toList();
        var before = changed.stream().map(Changed::before).toList();
        // More time is added to what there is: it may have been given more meanwhile, for an outage.
        locking.update(
                pipeline,
                """
                update seat_hold h set status = o.status, reason = o.reason,
                       expires_at = h.expires_at + (o.until::timestamptz - o.until_before::timestamptz),
                       extended = o.extended, version = ?
                  from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::bigint[])
                       as o(date_id, hold_id, status, reason, until, until_before, extended, before)
                 where h.date_id = o.date_id and h.hold_id = o.hold_id\
                """ + (locking.asRead() ? " and h.version = o.before" : " and o.before is not null"),
                changed.size(),
                slots -> slots.set(1, read.version())
                        .set(2, ints(now, SeatHold::dateId))
                        .texts(3, texts(now, SeatHold::holdId))
                        .texts(4, texts(now, h -> h.status().wire()))
                        .texts(5, texts(now, HoldWrites::reason))
                        .texts(6, texts(now, h -> h.expiresAt().toString()))
                        .texts(7, texts(before, h -> h.expiresAt().toString()))
                        .set(8, booleans(now))
                        .set(9, longs(before, SeatHold::version)));
    }

    private void insert(List<SeatHold> made) {
        pipeline.update(
                """
                insert into seat_hold (date_id, hold_id, account_id, seats, prices, currency, total, status, reason,
                    request_hash, created_at, first_expires_at, expires_at, extended, created_version, version)
                select d, id, a, seats::int[], prices::bigint[], c, total, status, reason,
                       hash, ?::timestamptz, first::timestamptz, until::timestamptz, extended, ?, ?
                  from unnest(?::int[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                              ?::text[], ?::bytea[], ?::text[], ?::text[], ?::boolean[])
                       as h(d, id, a, seats, prices, c, total, status, reason, hash, first, until, extended)
                """,
                made.size(),
                slots -> slots.set(1, made.getFirst().createdAt().toString())
                        .set(2, read.version())
                        .set(3, read.version())
                        .set(4, ints(made, SeatHold::dateId))
                        .texts(5, texts(made, SeatHold::holdId))
                        .set(6, longs(made, SeatHold::accountId))
                        .texts(7, texts(made, h -> array(h.seats())))
                        .texts(8, texts(made, h -> array(h.prices())))
                        .texts(9, texts(made, SeatHold::currency))
                        .set(10, longs(made, SeatHold::total))
                        .texts(11, texts(made, h -> h.status().wire()))
                        .texts(12, texts(made, HoldWrites::reason))
                        .bytes(13, made.stream().map(SeatHold::requestHash).toArray(byte[][]::new))
                        .texts(14, texts(made, h -> h.firstExpiresAt().toString()))
                        .texts(15, texts(made, h -> h.expiresAt().toString()))
                        .set(16, booleans(made)));
    }

    private static String array(List<? extends Number> numbers) {
        return numbers.toString().replace('[', '{').replace(']', '}');
    }

    private static @Nullable String reason(SeatHold hold) {
        var reason = hold.reason();
        return reason == null ? null : reason.wire();
    }

    private void uses() {
        var uses = batches.stream().flatMap(b -> b.uses().stream()).toList();
        if (!uses.isEmpty()) {
            pipeline.update(
                    """
                    insert into ticket_use (date_id, hold_id, seat, used_at, gate, actor)
                    select d, id, s, ?::timestamptz, gate, actor
                      from unnest(?::int[], ?::text[], ?::int[], ?::text[], ?::text[]) as u(d, id, s, gate, actor)
                    on conflict do nothing
                    """,
                    uses.size(),
                    slots -> slots.set(1, uses.getFirst().at().toString())
                            .set(2, ints(uses, TicketUse::dateId))
                            .texts(3, texts(uses, TicketUse::holdId))
                            .set(4, ints(uses, TicketUse::seat))
                            .texts(5, texts(uses, TicketUse::gate))
                            .texts(6, texts(uses, TicketUse::actor)));
        }
    }

    private void journal() {
        var journal = new ArrayList<Journal.Row>();
        var outbox = new ArrayList<Outbox.Row>();
        var heads = new ArrayList<Partition>();
        for (var batch : batches) {
            var partition = Partition.date(batch.terms().dateId());
            var n = 0;
            for (var e : batch.entries()) {
                journal.add(new Journal.Row(
                        partition, read.version(), n++, batch.now(), e.actor(), e.action(), e.subject(), e.body()));
            }
            outbox.add(new Outbox.Row(partition, read.version(), batch.now(), n, states(batch)));
            heads.add(partition);
        }
        Journal.write(pipeline, journal);
        Outbox.write(pipeline, outbox);
        if (locking.raises()) {
            Heads.raise(pipeline, heads, read.version());
        }
    }

    /** Pairs of a seat and the code of how it stands. */
    private static int[] states(HoldBatch batch) {
        return batch.claims().stream()
                .filter(c -> before(c) != c.state())
                .flatMapToInt(c -> IntStream.of(c.seat(), c.state().code()))
                .toArray();
    }

    private static SeatState before(SeatClaims.Change change) {
        return change.before() == null ? SeatState.AVAILABLE : change.before().state();
    }

    private static <T> int[] ints(List<T> rows, ToIntFunction<T> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    private static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static <T> Object[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray();
    }

    private static boolean[] booleans(List<SeatHold> holds) {
        var extended = new boolean[holds.size()];
        for (var i = 0; i < extended.length; i++) {
            extended[i] = holds.get(i).extended();
        }
        return extended;
    }
}
