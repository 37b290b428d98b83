package io.jari.bench.micro;

import io.jari.core.seat.BestBlocks;
import io.jari.core.seat.HallPlan;
import io.jari.core.seat.SeatChanges;
import io.jari.core.seat.SeatLayout;
import io.jari.core.seat.SeatStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The board of a hall of 15,000 seats, nine tenths of them sold, four more in each version. */
@State(Scope.Thread)
public class Seats {
    private static final int SEATS = 15_000;
    private static final int SOLD = SEATS / 10 * 9;
    private static final int VERSIONS = 500;
    private static final int SEATS_A_VERSION = 4;
    private static final int MISSED = 8;
    private static final int BLOCKS = 4;

    @Param("1")
    public long seed;

    private final SeatLayout layout = SeatLayout.of(HallPlan.of(SEATS, 2), _ -> false);
    private final BestBlocks blocks = BestBlocks.of(layout);
    private final byte[] packed = new byte[SeatStates.bytes(SEATS)];
    private SeatStates before = SeatStates.available(SEATS);
    private SeatStates states = before;
    private SeatChanges changes = SeatChanges.none(0);
    private int[] step = {};

    @Setup
    public void sell() {
        var random = new Random(seed);
        var sold = new int[2 * SOLD];
        for (var i = 0; i < sold.length; i += 2) {
            sold[i] = random.nextInt(SEATS);
            sold[i + 1] = SeatStates.SOLD;
        }
        states = states.with(sold);
        var steps = new ArrayList<SeatChanges.Step>();
        for (var version = 1; version <= VERSIONS; version++) {
            step = new int[2 * SEATS_A_VERSION];
            for (var i = 0; i < step.length; i += 2) {
                step[i] = random.nextInt(SEATS);
                step[i + 1] = SeatStates.HELD;
            }
            before = version <= VERSIONS - MISSED ? states : before;
            states = states.with(step);
            steps.add(SeatChanges.Step.of(version, step));
        }
        changes = changes.then(steps);
        blocks.prepare(2);
    }

    @Benchmark
    @Measures("the whole board packed as it is sent, two bits a seat, and its free seats counted")
    public int encode() {
        states.pack(0, SEATS, packed, 0);
        return states.countAvailable(0, SEATS);
    }

    @Benchmark
    @Measures("the seats that changed in the last eight versions, as a delta tells them")
    public int[] delta() {
        return changes.since(VERSIONS - MISSED).orElseThrow();
    }

    @Benchmark
    @Measures("the same found by comparing two boards")
    public int[] difference() {
        return states.changesSince(before);
    }

    @Benchmark
    @Measures("the next version's board, four seats changed")
    public SeatStates next() {
        return states.with(step);
    }

    @Benchmark
    @Measures("the best two seats side by side, four choices, of what is left")
    public List<int[]> best() {
        return blocks.candidates(
                seat -> states.get(seat) == SeatStates.AVAILABLE, 2, 0, BestBlocks.Marked.LEFT_OUT, BLOCKS);
    }
}
