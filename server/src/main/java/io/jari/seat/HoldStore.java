package io.jari.seat;

import io.jari.core.commit.Batch;
import io.jari.core.seat.SeatClaims.Claim;
import io.jari.core.seat.SeatState;
import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.outage.Outage;
import io.jari.payment.PaymentKey;
import io.jari.payment.PaymentRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is read before holds are decided. The date stands beside every key: no statement needs two shards. {@code lateral … offset 0} keeps each
 * look-up going by its key: planned while a first sale's tables were small, a join would read all holds again and again.
 */
final class HoldStore {
    private final Locking locking;
    private final List<Batch<Integer, Command>> batches;
    private final HoldsRead read = new HoldsRead();

    private HoldStore(Locking locking, List<Batch<Integer, Command>> batches) {
        this.locking = locking;
        this.batches = batches;
    }

    /** Locks what is to be locked, then reads; in one round trip, or two where holds past their time are met. */
    static HoldsRead read(Connection connection, List<Batch<Integer, Command>> batches, Locking locking)
            throws SQLException {
        return new HoldStore(locking, batches).run(connection);
    }

    private HoldsRead run(Connection connection) throws SQLException {
        var pipeline = new Pipeline();
        Heads.lock(
                pipeline,
                Partition.Kind.DATE,
                batches.stream().mapToLong(Batch::partition).toArray(),
                locking.heads(),
                (id, ratesVersion) -> read.head((int) id, ratesVersion));
        var holds = keys(Command.OfHold.class::isInstance, c -> ((Command.OfHold) c).holdId());
        if (locking.locksRows()) {
            lockPersons(pipeline);
            lockSeats(pipeline);
        }
        Heads.nowAndVersion(pipeline, read::at);
        pipeline.query(
                locking.mindsOutages() ? Outage.MADE_UP_FOR : "select true",
                _ -> {},
                row -> read.timeIsFair(row.getBoolean(1)));
        holds(pipeline, holds);
        live(pipeline);
        claims(pipeline);
        uses(pipeline);
        read.add(PaymentRows.read(pipeline, payments()));
        pipeline.run(connection);
        readOver(connection);
        return read;
    }

    private record Key(int dateId, String holdId) {}

    private record Wanted(int dateId, int seat) implements Comparable<Wanted> {
        @Override
        public int compareTo(Wanted o) {
            return dateId != o.dateId ? Integer.compare(dateId, o.dateId) : Integer.compare(seat, o.seat);
        }
    }

    private List<Key> keys(Predicate<Command> which, Function<Command, String> id) {
        return batches.stream()
                .flatMap(b -> b.commands().stream().filter(which).map(c -> new Key(b.partition(), id.apply(c))))
                .distinct()
                .toList();
    }

    private static void set(Pipeline.Slots slots, List<Key> keys) throws SQLException {
        slots.set(1, keys.stream().mapToInt(Key::dateId).toArray())
                .texts(2, keys.stream().map(Key::holdId).toArray());
    }

    private void holds(Pipeline pipeline, List<Key> keys) {
        if (!keys.isEmpty()) {
            pipeline.query(
                    "select " + HoldRows.COLUMNS + """
                             from unnest(?::int[], ?::text[]) k(date_id, hold_id)
                            """
                            + (locking.locksRows()
                                    ? " join seat_hold h using (date_id, hold_id) order by h.date_id, h.hold_id for update of h"
                                    : """
                                    , lateral (select * from seat_hold s where s.date_id = k.date_id and s.hold_id = k.hold_id
                                                  offset 0) h
                                    """),
                    slots -> set(slots, keys),
                    row -> read.put(HoldRows.read(row)));
        }
    }

    /** What those persons have who want more, and those whose money may come late. */
    private void live(Pipeline pipeline) {
        var persons = persons();
        if (!persons.isEmpty()) {
            pipeline.query(
                    "select " + HoldRows.COLUMNS + """
                             from unnest(?::int[], ?::bigint[]) k(date_id, account_id),
                                  lateral (select * from seat_hold s where s.date_id = k.date_id and s.account_id = k.account_id
                                              and s.status in ('held', 'sold') offset 0) h
                            """,
                    slots -> persons(slots, persons),
                    row -> read.put(HoldRows.read(row)));
        }
        var late = late();
        if (!late.isEmpty()) {
            pipeline.query(
                    "select " + HoldRows.COLUMNS + """
                             from unnest(?::int[], ?::text[]) k(date_id, hold_id)
                             join seat_hold p using (date_id, hold_id)
                             join seat_hold h on h.date_id = p.date_id and h.account_id = p.account_id
                                             and h.status in ('held', 'sold')
                            """, slots -> set(slots, late), row -> read.put(HoldRows.read(row)));
        }
    }

    private record Person(int dateId, long accountId) {}

    private List<Person> persons() {
        return batches.stream()
                .flatMap(b -> b.commands().stream()
                        .flatMap(c -> c instanceof Command.Hold hold
                                ? Stream.of(new Person(b.partition(), hold.accountId()))
                                : Stream.empty()))
                .distinct()
                .toList();
    }

    private static void persons(Pipeline.Slots slots, List<Person> persons) throws SQLException {
        slots.set(1, persons.stream().mapToInt(Person::dateId).toArray())
                .set(2, persons.stream().mapToLong(Person::accountId).toArray());
    }

    private List<Key> late() {
        return keys(Command.OfPayment.class::isInstance, c -> ((Command.OfPayment) c).holdId());
    }

    private Set<Wanted> wanted() {
        var wanted = new TreeSet<Wanted>();
        for (var batch : batches) {
            for (var command : batch.commands()) {
                switch (command) {
                    case Command.Hold hold ->
                        hold.choices()
                                .forEach(seats ->
                                        seats.forEach(seat -> wanted.add(new Wanted(batch.partition(), seat))));
                    case Command.Block block ->
                        block.seats().forEach(seat -> wanted.add(new Wanted(batch.partition(), seat)));
                    default -> {}
                }
            }
        }
        return wanted;
    }

    private static void set(Pipeline.Slots slots, Set<Wanted> wanted) throws SQLException {
        slots.set(1, wanted.stream().mapToInt(Wanted::dateId).toArray())
                .set(2, wanted.stream().mapToInt(Wanted::seat).toArray());
    }

    /** Of the seats wanted, and of those whose money may come late. Those of a hold that has its seats are known by the hold. */
    private void claims(Pipeline pipeline) {
        var wanted = wanted();
        if (!wanted.isEmpty()) {
            pipeline.query("""
                    select c.date_id, c.seat, c.state, c.hold_id
                      from unnest(?::int[], ?::int[]) k(date_id, seat),
                           lateral (select * from seat_claim s where s.date_id = k.date_id and s.seat = k.seat offset 0) c
                    """, slots -> set(slots, wanted), this::claim);
            pipeline.query(
                    "select " + HoldRows.COLUMNS + """
                             from unnest(?::int[], ?::int[]) k(date_id, seat),
                                  lateral (select * from seat_claim s where s.date_id = k.date_id and s.seat = k.seat offset 0) c,
                                  lateral (select * from seat_hold s where s.date_id = c.date_id and s.hold_id = c.hold_id
                                              offset 0) h
                            where c.state = 'held' and h.status = 'held' and h.expires_at <= (select jari_now())
                            """,
                    slots -> set(slots, wanted),
                    row -> read.put(HoldRows.read(row)));
        }
        var late = late();
        if (!late.isEmpty()) {
            pipeline.query("""
                    select c.date_id, c.seat, c.state, c.hold_id
                      from unnest(?::int[], ?::text[]) k(date_id, hold_id)
                      join seat_hold h using (date_id, hold_id)
                     cross join lateral unnest(h.seats) s(seat)
                      join seat_claim c on c.date_id = h.date_id and c.seat = s.seat
                     where h.status = 'expired'
                    """, slots -> set(slots, late), this::claim);
        }
    }

    private void claim(ResultSet row) throws SQLException {
        read.claims(row.getInt(1)).read(row.getInt(2), new Claim(SeatState.ofWire(row.getString(3)), row.getString(4)));
    }

    private void uses(Pipeline pipeline) {
        var wanted = keys(
                c -> c instanceof Command.CheckIn || c instanceof Command.Release, c -> ((Command.OfHold) c).holdId());
        if (!wanted.isEmpty()) {
            pipeline.query(
                    """
                    select u.date_id, u.hold_id, u.seat, u.used_at, u.gate, u.actor
                      from unnest(?::int[], ?::text[]) k(date_id, hold_id) join ticket_use u using (date_id, hold_id)
                    """,
                    slots -> set(slots, wanted),
                    row -> read.remember(new TicketUse(
                            row.getInt(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getString(5),
                            row.getString(6))));
        }
    }

    private List<PaymentKey> payments() {
        return keys(
                        c -> switch (c) {
                            case Command.Release _, Command.Expire _, Command.Revoke _, Command.OfPayment _ -> true;
                            case Command.Hold _, Command.Extend _, Command.CheckIn _, Command.Block _ -> false;
                        },
                        c -> ((Command.OfHold) c).holdId())
                .stream()
                .map(k -> HoldPayments.key(k.dateId(), k.holdId()))
                .toList();
    }

    /** No head is held here: two tabs of one person would not see each other's seats. */
    private void lockPersons(Pipeline pipeline) {
        for (var person : persons()) {
            pipeline.query(
                    "select pg_advisory_xact_lock(?, ?)",
                    slots -> slots.set(1, person.dateId()).set(2, Long.hashCode(person.accountId())),
                    _ -> {});
        }
    }

    private void lockSeats(Pipeline pipeline) {
        var wanted = wanted();
        if (wanted.isEmpty() || !locking.readsSeats()) {
            return;
        }
        pipeline.query(
                """
                select s.date_id, s.seat, s.version
                  from unnest(?::int[], ?::int[]) k(date_id, seat) join seat s using (date_id, seat)
                 order by s.date_id, s.seat
                """ + (locking == Locking.PESSIMISTIC ? " for update of s" : ""),
                slots -> set(slots, wanted),
                row -> read.seatVersion(row.getInt(1), row.getInt(2), row.getLong(3)));
    }

    /** Whose time is over may lose their seats, and what they were about to pay. */
    private void readOver(Connection connection) throws SQLException {
        var over = new ArrayList<PaymentKey>();
        for (var batch : batches) {
            var claims = read.claims(batch.partition());
            for (var hold : read.holds(batch.partition()).values()) {
                if (hold.hasSeats()) {
                    var claim = new Claim(SeatState.ofWire(hold.status().wire()), hold.holdId());
                    hold.seats().stream()
                            .filter(seat -> claims.of(seat) == null)
                            .forEach(seat -> claims.read(seat, claim));
                }
                if (hold.isOver(read.now())) {
                    over.add(HoldPayments.key(hold.dateId(), hold.holdId()));
                }
            }
        }
        var known = payments();
        over.removeAll(known);
        if (!over.isEmpty()) {
            var pipeline = new Pipeline();
            read.add(PaymentRows.read(pipeline, over));
            pipeline.run(connection);
        }
    }
}
