package io.jari.booking;

import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.journal.Journal;
import io.jari.journal.Outbox;
import io.jari.payment.PaymentChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** What a decided batch writes, as arrays: stock first and conditionally, then reservations, guests, journal, outbox. */
final class BookingWrites {
    private BookingWrites() {}

    /** How much the database itself holds the stock's limits. */
    enum Guard {
        /** Conditional update beside the CHECK. */
        TARGET(" and (d.delta <= 0 or (i.total_reserved + d.delta <= i.sell_target and not %s))"),
        /** The row must be as it was read. */
        VERSION(" and i.version = d.version"),
        /** The CHECK alone; with that dropped too, nothing. */
        CHECK("");

        private final String condition;

        Guard(String condition) {
            this.condition = condition;
        }

        String on(String stopSale) {
            return condition.formatted(stopSale);
        }
    }

    /** Adds all writes of the batches to one pipeline. The heads are raised only where they are held. */
    static void write(Pipeline pipeline, List<BookingBatch> all, Guard guard, boolean headsHeld) {
        var batches = all.stream().filter(b -> !b.isEmpty()).toList();
        if (batches.isEmpty()) {
            return;
        }
        var first = batches.getFirst();
        StockWrites.write(
                pipeline, batches.stream().flatMap(b -> b.deltas().stream()).toList(), first.version(), guard);
        var made = batches.stream().flatMap(b -> b.made().stream()).toList();
        if (!made.isEmpty()) {
            insert(pipeline, made, first);
            guests(pipeline, batches);
        }
        var changed = batches.stream().flatMap(b -> b.changed().stream()).toList();
        if (!changed.isEmpty()) {
            update(pipeline, changed);
        }
        payments(pipeline, batches);
        PaymentChange.write(
                pipeline,
                batches.stream().flatMap(b -> b.payments().changes().stream()).toList(),
                first.now(),
                first.version());
        journal(pipeline, batches, headsHeld);
    }

    private static void insert(Pipeline pipeline, List<Reservation> made, BookingBatch first) {
        pipeline.update("""
                insert into reservation (hotel_id, reservation_id, account_id, room_type_id, start_date, end_date, rooms,
                    status, currency, nightly_prices, total, free_until, cancel_fee, fee_charged, cancel_reason, request_hash,
                    created_at, created_version, expires_at, version)
                select h, id, nullif(a, 0), t, date '1970-01-01' + s, date '1970-01-01' + e, n,
                       status, currency, prices::bigint[], total, to_timestamp(free), fee, nullif(charged, -1), reason, hash,
                       ?::timestamptz, ?, ?::timestamptz + make_interval(secs => pending), ?
                  from unnest(?::int[], ?::text[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[],
                              ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::int[])
                       as r(h, id, a, t, s, e, n, status, currency, prices, total, free, fee, charged, reason, hash, pending)
                """, made.size(), slots -> {
            var created = made.getFirst().createdAt().toString();
            slots.set(1, created)
                    .set(2, first.version())
                    .set(3, created)
                    .set(4, first.version())
                    .set(5, ints(made, Reservation::hotelId))
                    .texts(6, made.stream().map(Reservation::reservationId).toArray())
                    .set(7, longs(made, r -> r.accountId() == null ? 0 : r.accountId()))
                    .set(8, ints(made, Reservation::roomTypeId))
                    .set(9, ints(made, r -> r.nights().startDay()))
                    .set(10, ints(made, r -> r.nights().endDay()))
                    .set(11, ints(made, Reservation::rooms))
                    .texts(12, made.stream().map(Reservation::status).toArray())
                    .texts(13, made.stream().map(r -> r.terms().currency()).toArray())
                    .texts(14, made.stream().map(BookingWrites::prices).toArray())
                    .set(15, longs(made, Reservation::total))
                    .set(16, longs(made, r -> r.terms().freeUntil().getEpochSecond()))
                    .set(17, longs(made, r -> r.terms().cancelFee()))
                    .set(18, longs(made, r -> r.feeCharged() == null ? -1 : r.feeCharged()))
                    .texts(19, made.stream().map(Reservation::cancelReason).toArray())
                    .bytes(20, made.stream().map(Reservation::requestHash).toArray(byte[][]::new))
                    .set(
                            21,
                            ints(
                                    made,
                                    r -> Math.toIntExact(r.expiresAt().getEpochSecond()
                                            - r.createdAt().getEpochSecond())));
        });
    }

    private static void guests(Pipeline pipeline, List<BookingBatch> batches) {
        record Row(int hotelId, String reservationId, GuestDetails guest) {}
        var rows = new ArrayList<Row>();
        for (var batch : batches) {
            for (var r : batch.made()) {
                var guest = batch.guest(r.reservationId());
                if (guest != null) {
                    rows.add(new Row(r.hotelId(), r.reservationId(), guest));
                }
            }
        }
        pipeline.update(
                """
                insert into guest (hotel_id, reservation_id, name, phone, email, party_size, note)
                select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[])
                """,
                rows.size(),
                slots -> slots.set(1, rows.stream().mapToInt(Row::hotelId).toArray())
                        .texts(2, rows.stream().map(Row::reservationId).toArray())
                        .texts(3, rows.stream().map(r -> r.guest().name()).toArray())
                        .texts(4, rows.stream().map(r -> r.guest().phone()).toArray())
                        .texts(5, rows.stream().map(r -> r.guest().email()).toArray())
                        .set(
                                6,
                                rows.stream()
                                        .mapToInt(r -> r.guest().partySize())
                                        .toArray())
                        .texts(7, rows.stream().map(r -> r.guest().note()).toArray()));
    }

    private static void update(Pipeline pipeline, List<Reservation> changed) {
        pipeline.update(
                """
                update reservation r
                   set status = c.status, fee_charged = nullif(c.charged, -1), cancel_reason = c.reason, version = c.version,
                       expires_at = to_timestamp(c.expires / 1e6),
                       original = case when r.expires_at = to_timestamp(c.expires / 1e6) then r.original
                                       else jsonb_build_object('expiresAt', r.expires_at) || coalesce(r.original, '{}') end
                  from unnest(?::int[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
                       as c(h, id, status, charged, reason, version, expires)
                 where r.hotel_id = c.h and r.reservation_id = c.id and r.version < c.version
                   and (r.status = 'pending' or r.status = 'paid' and c.status in ('canceled', 'refunded')
                        or r.status = 'canceled' and r.cancel_reason = 'payment_timeout' and c.status in ('paid', 'canceled', 'refunded')
                        or r.status in ('canceled', 'refunded') and r.fee_charged > 0 and c.status = 'refunded' and c.charged = 0)
                """,
                changed.size(),
                slots -> slots.set(1, ints(changed, Reservation::hotelId))
                        .texts(
                                2,
                                changed.stream().map(Reservation::reservationId).toArray())
                        .texts(3, changed.stream().map(Reservation::status).toArray())
                        .set(4, longs(changed, r -> r.feeCharged() == null ? -1 : r.feeCharged()))
                        .texts(
                                5,
                                changed.stream().map(Reservation::cancelReason).toArray())
                        .set(6, longs(changed, Reservation::version))
                        .set(7, longs(changed, r -> micros(r.expiresAt()))));
    }

    private static void payments(Pipeline pipeline, List<BookingBatch> batches) {
        for (var batch : batches) {
            for (var payment : batch.deskPayments()) {
                pipeline.update(
                        """
                        insert into desk_payment (hotel_id, reservation_id, n, method, amount, at, actor)
                        values (?, ?, 1, ?, ?, ?::timestamptz, ?)
                        """,
                        1,
                        slots -> slots.set(1, batch.hotelId())
                                .set(2, payment.reservationId())
                                .set(3, payment.method())
                                .set(4, payment.amount())
                                .set(5, batch.now().toString())
                                .set(6, payment.actor()));
            }
        }
    }

    private static void journal(Pipeline pipeline, List<BookingBatch> batches, boolean headsHeld) {
        var journal = new ArrayList<Journal.Row>();
        var outbox = new ArrayList<Outbox.Row>();
        for (var batch : batches) {
            var partition = Partition.hotel(batch.hotelId());
            var n = 0;
            for (var e : batch.entries()) {
                journal.add(new Journal.Row(
                        partition, batch.version(), n++, batch.now(), e.actor(), e.action(), e.subject(), e.body()));
            }
            outbox.add(
                    new Outbox.Row(partition, batch.version(), batch.now(), n, StockWrites.rowsAfter(batch.deltas())));
        }
        Journal.write(pipeline, journal);
        Outbox.write(pipeline, outbox);
        if (headsHeld) {
            Heads.raise(
                    pipeline,
                    batches.stream().map(b -> Partition.hotel(b.hotelId())).toList(),
                    batches.getFirst().version());
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static String prices(Reservation r) {
        var text = new StringBuilder("{");
        for (var price : r.terms().nightlyPrices()) {
            text.append(text.length() == 1 ? "" : ",").append(price);
        }
        return text.append('}').toString();
    }

    private static int[] ints(List<Reservation> rows, ToIntFunction<Reservation> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    private static long[] longs(List<Reservation> rows, ToLongFunction<Reservation> column) {
        return rows.stream().mapToLong(column).toArray();
    }
}
