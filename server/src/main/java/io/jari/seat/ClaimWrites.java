package io.jari.seat;

import io.jari.core.seat.SeatClaims;
import io.jari.db.Pipeline;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What decided batches change of who has which seat: who leaves first, then who comes, then what is sold. */
final class ClaimWrites {
    private final Pipeline pipeline;
    private final List<HoldBatch> batches;
    private final HoldsRead read;
    private final Locking locking;

    ClaimWrites(Pipeline pipeline, List<HoldBatch> batches, HoldsRead read, Locking locking) {
        this.pipeline = pipeline;
        this.batches = batches;
        this.read = read;
        this.locking = locking;
    }

    private record Claimed(int dateId, SeatClaims.Change change) {
        int seat() {
            return change.seat();
        }

        String state() {
            return change.state().wire();
        }

        @Nullable
        String holder() {
            var claim = change.after() == null ? change.before() : change.after();
            return claim == null ? null : claim.holdId();
        }

        @Nullable
        String holderBefore() {
            return change.before() == null ? null : change.before().holdId();
        }
    }

    /** Adds the writes to what is sent together. */
    void add() {
        var changes = batches.stream()
                .flatMap(b -> b.claims().stream().map(c -> new Claimed(b.terms().dateId(), c)))
                .toList();
        var leaving = changes.stream().filter(c -> c.change.leaves()).toList();
        if (!leaving.isEmpty()) {
            locking.update(
                    pipeline,
                    """
                    delete from seat_claim c
                     using unnest(?::int[], ?::int[], ?::text[]) as o(date_id, seat, hold_id)
                     where c.date_id = o.date_id and c.seat = o.seat and c.hold_id is not distinct from o.hold_id
                    """,
                    leaving.size(),
                    slots -> seats(slots, leaving, 1).texts(3, texts(leaving, Claimed::holderBefore)));
        }
        var coming = changes.stream().filter(c -> c.change.comes()).toList();
        if (!coming.isEmpty()) {
            if (locking == Locking.OPTIMISTIC) {
                raiseSeats(coming.stream()
                        .filter(c -> read.seatVersions(c.dateId).containsKey(c.seat()))
                        .toList());
            }
            // Somebody else's row is left alone: the count says so, and all is read again.
            pipeline.update(
                    """
                    insert into seat_claim (date_id, seat, state, hold_id, version)
                    select d, s, state, hold, ? from unnest(?::int[], ?::int[], ?::text[], ?::text[]) as o(d, s, state, hold)
                    on conflict do nothing
                    """,
                    coming.size(),
                    slots -> seats(slots.set(1, read.version()), coming, 2)
                            .texts(4, texts(coming, Claimed::state))
                            .texts(5, texts(coming, Claimed::holder)));
        }
        var sold = changes.stream()
                .filter(c -> !c.change.leaves() && !c.change.comes())
                .toList();
        if (!sold.isEmpty()) {
            locking.update(
                    pipeline,
                    """
                    update seat_claim c set state = o.state, version = ?
                      from unnest(?::int[], ?::int[], ?::text[], ?::text[]) as o(date_id, seat, state, hold_id)
                     where c.date_id = o.date_id and c.seat = o.seat and c.hold_id = o.hold_id
                    """,
                    sold.size(),
                    slots -> seats(slots.set(1, read.version()), sold, 2)
                            .texts(4, texts(sold, Claimed::state))
                            .texts(5, texts(sold, Claimed::holder)));
        }
    }

    private static Pipeline.Slots seats(Pipeline.Slots slots, List<Claimed> changes, int first) throws SQLException {
        return slots.set(first, changes.stream().mapToInt(Claimed::dateId).toArray())
                .set(first + 1, changes.stream().mapToInt(Claimed::seat).toArray());
    }

    private void raiseSeats(List<Claimed> coming) {
        pipeline.update(
                """
                update seat s set version = s.version + 1
                  from unnest(?::int[], ?::int[], ?::bigint[]) as o(date_id, seat, version)
                 where s.date_id = o.date_id and s.seat = o.seat and s.version = o.version
                """,
                coming.size(),
                slots -> seats(slots, coming, 1)
                        .set(
                                3,
                                coming.stream()
                                        .mapToLong(
                                                c -> read.seatVersions(c.dateId).getOrDefault(c.seat(), -1L))
                                        .toArray()));
    }

    private static Object[] texts(List<Claimed> changes, Function<Claimed, @Nullable String> column) {
        return changes.stream().map(column).toArray();
    }
}
