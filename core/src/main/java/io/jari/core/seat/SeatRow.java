package io.jari.core.seat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The seats of a row from one end to the other, in runs of neighbours: a gap much wider than those between most seats of the row is an
 * aisle.
 */
final class SeatRow {
    /** Neighbours are no farther from each other than so many times the usual distance. */
    private static final double AISLE = 1.5;

    private final List<SeatPlan.Seat> seats;
    private final int[] order;

    /** @param seats in any order, straight or curved by less than a half circle */
    SeatRow(List<SeatPlan.Seat> seats) {
        this.seats = seats;
        this.order = order();
    }

    /** Along the longer side of what the row covers: so a row may run any way, and be numbered any way. */
    private int[] order() {
        var left = extreme(Comparator.comparingDouble(SeatPlan.Seat::x));
        var right = extreme(Comparator.comparingDouble(SeatPlan.Seat::x).reversed());
        var top = extreme(Comparator.comparingDouble(SeatPlan.Seat::y));
        var bottom = extreme(Comparator.comparingDouble(SeatPlan.Seat::y).reversed());
        var wide = right.x() - left.x() >= bottom.y() - top.y();
        var alongX = wide ? right.x() - left.x() : bottom.x() - top.x();
        var alongY = wide ? right.y() - left.y() : bottom.y() - top.y();
        return IntStream.range(0, seats.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> seats.get(i).x() * alongX + seats.get(i).y() * alongY))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private SeatPlan.Seat extreme(Comparator<SeatPlan.Seat> by) {
        return seats.stream().min(by).orElseThrow();
    }

    double middleX() {
        return seats.stream().mapToDouble(SeatPlan.Seat::x).average().orElseThrow();
    }

    double middleY() {
        return seats.stream().mapToDouble(SeatPlan.Seat::y).average().orElseThrow();
    }

    /** Places in the row, of neighbours in turn. */
    List<int[]> runs() {
        var widest = AISLE * usualGap();
        var runs = new ArrayList<int[]>();
        var from = 0;
        for (var i = 1; i <= order.length; i++) {
            if (i == order.length || gap(i) > widest) {
                runs.add(Arrays.copyOfRange(order, from, i));
                from = i;
            }
        }
        return runs;
    }

    /** Between the seat at this place of the order and the one before it. */
    private double gap(int at) {
        var one = seats.get(order[at - 1]);
        var next = seats.get(order[at]);
        return Math.hypot(next.x() - one.x(), next.y() - one.y());
    }

    private double usualGap() {
        var gaps =
                IntStream.range(1, order.length).mapToDouble(this::gap).sorted().toArray();
        return gaps.length == 0 ? 0 : gaps[(gaps.length - 1) / 2];
    }
}
