package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.InventoryChanges;
import io.jari.db.Pipeline;
import io.jari.journal.Change;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives nights back, or exchanges them for others, whole or not at all, under the hotel's lock. */
final class StockMove {
    private final Change change;
    private final int hotelId;
    private final Nights nights;

    private StockMove(Change change, int hotelId, Nights nights) {
        this.change = change;
        this.hotelId = hotelId;
        this.nights = nights;
    }

    /** The nights of these claims, as they stand. */
    static StockMove of(Change change, int hotelId, List<Claim> claims) {
        var read = new HashMap<Integer, Nights>();
        var pipeline = new Pipeline();
        BookingStore.nights(pipeline, Map.of(hotelId, Nights.keys(claims)), BookingStore.Lock.NONE, read);
        run(pipeline, change, hotelId);
        return new StockMove(change, hotelId, read.getOrDefault(hotelId, new Nights()));
    }

    /** Gives rooms back. */
    static void release(Change change, int hotelId, Claim held) {
        var move = of(change, hotelId, List.of(held));
        var inventory = move.nights.inventory();
        inventory.release(held);
        move.write(inventory.changes());
    }

    /** Why the exchange would be refused, if it would. */
    Optional<Decision.Refused> obstacle(Claim held, Claim wanted) {
        return nights.inventory().change(held, wanted) instanceof Decision.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }

    /** Only what is needed on top of what is held must be free; throws the problem that names the night. */
    void exchange(Claim held, Claim wanted) {
        var inventory = nights.inventory();
        if (inventory.change(held, wanted) instanceof Decision.Refused refused) {
            throw BookingProblems.full(refused, false, List.of()).exception();
        }
        write(inventory.changes());
    }

    /** Of a room type that night; 0 where nothing is known. */
    int percentSold(int roomTypeId, int day) {
        var row = nights.get(roomTypeId, day);
        return row == null ? 0 : row.percentSold();
    }

    private void write(InventoryChanges changes) {
        var deltas = new ArrayList<StockWrites.Delta>();
        for (var i = 0; i < changes.typeIds().length; i++) {
            deltas.add(delta(changes.typeIds()[i], changes.typeDays()[i], changes.typeDeltas()[i]));
        }
        for (var i = 0; i < changes.houseDays().length; i++) {
            deltas.add(delta(Nights.HOUSE, changes.houseDays()[i], changes.houseDeltas()[i]));
        }
        var pipeline = new Pipeline();
        StockWrites.write(pipeline, deltas, change.version(), BookingWrites.Guard.TARGET);
        run(pipeline, change, hotelId);
        for (var delta : deltas) {
            change.reserved(
                    delta.roomTypeId(),
                    LocalDate.ofEpochDay(delta.day()),
                    delta.before().reserved() + delta.delta());
        }
    }

    private StockWrites.Delta delta(int roomTypeId, int day, int by) {
        return new StockWrites.Delta(hotelId, roomTypeId, day, by, nights.row(roomTypeId, day));
    }

    private static void run(Pipeline pipeline, Change change, int hotelId) {
        try {
            pipeline.run(change.handle().getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("stock of hotel " + hotelId, e);
        }
    }
}
