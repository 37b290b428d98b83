package io.jari.core.seat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * The best seats beside each other: nearest to the stage and to the middle of their row. All blocks of a size are ranked once, when first
 * asked for; an answer then walks the ranking, some microseconds for a hall of 15,000 seats and at most some hundred when it is sold out.
 */
public final class BestBlocks {
    /** The largest block. */
    public static final int MOST_SEATS = 20;

    private final SeatLayout layout;
    private final ConcurrentHashMap<Integer, int[]> ranked = new ConcurrentHashMap<>();

    private BestBlocks(SeatLayout layout) {
        this.layout = layout;
    }

    public static BestBlocks of(SeatLayout layout) {
        return new BestBlocks(layout);
    }

    /** Ranks blocks of up to so many seats now: milliseconds for each size, which then no answer takes. */
    public void prepare(int most) {
        for (var neighbours = 1; neighbours <= most; neighbours++) {
            var _ = ranked.computeIfAbsent(neighbours, layout::ranked);
        }
    }

    /** Whether seats that are not for everybody may be in a block. */
    public enum Marked {
        LEFT_OUT,
        AS_WELL
    }

    /**
     * Blocks of free seats of one category, the best first. No two share a seat: who finds one taken meanwhile has another to try.
     *
     * @param neighbours 1 to {@link #MOST_SEATS}
     * @param limit the most blocks
     * @return numbers of seats, neighbours in turn; empty where there is no such block
     */
    public List<int[]> candidates(IntPredicate free, int neighbours, int category, Marked marked, int limit) {
        if (neighbours < 1 || neighbours > MOST_SEATS) {
            throw new IllegalArgumentException(neighbours + " seats");
        }
        var found = new ArrayList<int[]>();
        var taken = new BitSet();
        for (var start : ranked.computeIfAbsent(neighbours, layout::ranked)) {
            if (found.size() >= limit) {
                break;
            }
            if (fits(start, neighbours, category, marked, free, taken)) {
                var block = new int[neighbours];
                for (var i = 0; i < neighbours; i++) {
                    block[i] = layout.seatAt(start + i);
                    taken.set(start + i);
                }
                found.add(block);
            }
        }
        return found;
    }

    private boolean fits(int start, int neighbours, int category, Marked marked, IntPredicate free, BitSet taken) {
        for (var place = start; place < start + neighbours; place++) {
            var seat = layout.seatAt(place);
            if (layout.category(seat) != category
                    || !free.test(seat)
                    || taken.get(place)
                    || (marked == Marked.LEFT_OUT && layout.isMarked(seat))) {
                return false;
            }
        }
        return true;
    }

    /** At most how many bytes it takes, once blocks of all sizes were asked for. */
    public int mostBytes() {
        return layout.size() * (4 * MOST_SEATS + 24) + 1_024;
    }
}
