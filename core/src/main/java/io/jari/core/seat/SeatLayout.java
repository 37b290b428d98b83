package io.jari.core.seat;

import java.util.ArrayList;
import java.util.function.IntPredicate;

/** Which seats of a hall are beside each other, and how good a place each is. Seats are numbered from 0 in the order of the plan. */
public final class SeatLayout {
    /** So much does a step from the middle of the row weigh against one from the stage. */
    private static final double MIDDLE_WEIGHT = 0.5;

    private final int[] category;
    private final boolean[] marked;
    /** All seats, neighbours beside each other. */
    private final int[] order;
    /** Of each place in the order: the first that is not in its run. */
    private final int[] runEnd;
    /** Of each place in the order: how far from the best place in the house, in units of the plan. */
    private final double[] farness;

    private SeatLayout(int[] category, boolean[] marked, int[] order, int[] runEnd, double[] farness) {
        this.category = category;
        this.marked = marked;
        this.order = order;
        this.runEnd = runEnd;
        this.farness = farness;
    }

    /** @param marked seats that are given only to who asks for such: for wheelchairs, with a restricted view */
    public static SeatLayout of(SeatPlan plan, IntPredicate marked) {
        var size = plan.seats();
        var layout = new SeatLayout(new int[size], new boolean[size], new int[size], new int[size], new double[size]);
        var stage = StagePoint.of(plan);
        var first = 0;
        for (var zone : plan.zones()) {
            for (var row : zone.rows()) {
                if (!row.seats().isEmpty()) {
                    layout.add(row, first, stage);
                    first += row.seats().size();
                }
            }
        }
        for (var seat = 0; seat < size; seat++) {
            layout.marked[seat] = marked.test(seat);
        }
        return layout;
    }

    /** The seats of a row take the same places in the order as they have numbers, but in another order among them. */
    private void add(SeatPlan.Row planned, int first, StagePoint stage) {
        var row = new SeatRow(planned.seats());
        var middleX = row.middleX();
        var middleY = row.middleY();
        var at = first;
        for (var run : row.runs()) {
            var end = at + run.length;
            for (var place : run) {
                var seat = planned.seats().get(place);
                category[first + place] = seat.category();
                order[at] = first + place;
                runEnd[at] = end;
                farness[at] = stage.distance(seat.x(), seat.y())
                        + MIDDLE_WEIGHT * Math.hypot(seat.x() - middleX, seat.y() - middleY);
                at++;
            }
        }
    }

    public int size() {
        return order.length;
    }

    public int category(int seat) {
        return category[seat];
    }

    boolean isMarked(int seat) {
        return marked[seat];
    }

    /** The seat at a place in the order in which neighbours are beside each other. */
    int seatAt(int place) {
        return order[place];
    }

    /** Places at which as many neighbours begin, the best first. */
    int[] ranked(int neighbours) {
        var starts = new ArrayList<Start>();
        for (var place = 0; place + neighbours <= order.length; place++) {
            if (place + neighbours <= runEnd[place]) {
                var sum = 0.0;
                for (var i = place; i < place + neighbours; i++) {
                    sum += farness[i];
                }
                starts.add(new Start(place, sum));
            }
        }
        starts.sort(null);
        return starts.stream().mapToInt(Start::place).toArray();
    }

    private record Start(int place, double farness) implements Comparable<Start> {
        @Override
        public int compareTo(Start other) {
            var nearer = Double.compare(farness, other.farness);
            return nearer != 0 ? nearer : Integer.compare(place, other.place);
        }
    }
}
