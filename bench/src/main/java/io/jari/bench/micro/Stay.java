package io.jari.bench.micro;

import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.Inventory;
import io.jari.core.stay.InventoryChanges;
import io.jari.core.stay.NightRange;
import java.time.LocalDate;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Wishes for three nights of a hotel with 20 room types. */
@State(Scope.Thread)
public class Stay {
    private static final int TYPES = 20;
    private static final int DAYS = 60;
    private static final int NIGHTS = 3;
    private static final int ROOMS = 1_000_000;
    private static final int BATCH = 256;
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    @Param("1")
    public long seed;

    private final Claim[] wishes = new Claim[BATCH];
    private final Inventory free = hotel(ROOMS);
    private final Inventory full = hotel(0);
    private int next;

    @Setup
    public void wish() {
        var random = new Random(seed);
        for (var i = 0; i < BATCH; i++) {
            var start = FROM.plusDays(random.nextInt(DAYS - NIGHTS));
            wishes[i] = new Claim(1 + random.nextInt(TYPES), NightRange.from(start, NIGHTS), 1);
        }
    }

    @Benchmark
    @Measures("three nights granted, and given back")
    public Decision granted() {
        var wish = wishes[next++ & (BATCH - 1)];
        var decision = free.reserve(wish);
        free.release(wish);
        return decision;
    }

    @Benchmark
    @Measures("three nights refused")
    public Decision refused() {
        return full.reserve(wishes[next++ & (BATCH - 1)]);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    @Measures("a wish as part of a batch of 256: rows read in, all decided, changes summed up for writing")
    public InventoryChanges batch() {
        var inventory = hotel(ROOMS);
        for (var wish : wishes) {
            if (!(inventory.reserve(wish) instanceof Decision.Granted)) {
                throw new IllegalStateException("not granted: " + wish);
            }
        }
        return inventory.changes();
    }

    private static Inventory hotel(int rooms) {
        var hotel = Inventory.builder(TYPES * DAYS, DAYS);
        var first = (int) FROM.toEpochDay();
        for (var day = first; day < first + DAYS; day++) {
            hotel.houseNight(day, 0, rooms);
            for (var type = 1; type <= TYPES; type++) {
                hotel.typeNight(type, day, 0, rooms, false);
            }
        }
        return hotel.build();
    }
}
