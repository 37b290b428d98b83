package io.jari.web;

import io.jari.concert.DateSeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A hall in parts that fit on a page: zones, or some rows of a large one. */
final class SeatBlocks {
    /** On one page. */
    static final int MOST_SEATS = 400;

    private final DateSeats seats;
    private final List<Block> blocks = new ArrayList<>();

    SeatBlocks(DateSeats seats) {
        this.seats = seats;
        seats.zones().forEach(this::divide);
    }

    /** @param whole whether it is all of its zone */
    record Block(String zone, int from, int to, boolean whole) {}

    /** Seats side by side of one category; {@code to} is the first that is not among them. */
    record Run(String row, int category, int from, int to) {
        /** In half seats. */
        int middle() {
            return from + to - 1;
        }
    }

    List<Block> all() {
        return blocks;
    }

    /** The part with this seat; -1: none. */
    int with(int seat) {
        for (var i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).from() <= seat && seat < blocks.get(i).to()) {
                return i;
            }
        }
        return -1;
    }

    /** Evenly and by whole rows, where a row is not too long itself. */
    private void divide(DateSeats.Zone zone) {
        var size = zone.to() - zone.from();
        var even = Math.ceilDiv(size, Math.ceilDiv(size, MOST_SEATS));
        for (var from = zone.from(); from < zone.to(); ) {
            var to = Math.min(rowEnd(from, zone.to()), from + MOST_SEATS);
            while (to < zone.to() && to - from < even && rowEnd(to, zone.to()) - from <= MOST_SEATS) {
                to = rowEnd(to, zone.to());
            }
            blocks.add(new Block(zone.name(), from, to, size == to - from));
            from = to;
        }
    }

    private int rowEnd(int seat, int limit) {
        var row = seats.get(seat).row();
        var end = seat;
        while (end < limit && seats.get(end).row().equals(row)) {
            end++;
        }
        return end;
    }

    List<Run> runs(int from, int to) {
        var runs = new ArrayList<Run>();
        for (var at = from; at < to; ) {
            var first = seats.get(at);
            var end = at;
            while (end < to && alike(first, seats.get(end))) {
                end++;
            }
            runs.add(new Run(first.row(), first.category(), at, end));
            at = end;
        }
        return runs;
    }

    private static boolean alike(DateSeats.Seat a, DateSeats.Seat b) {
        return a.row().equals(b.row()) && a.category() == b.category();
    }

    /** Whether a seat can be had. */
    interface Free {
        boolean is(int seat);
    }

    /** As many seats side by side, alike and in the same zone, as near as can be to one that could not be had; empty: there are none. */
    List<Integer> near(int lost, int howMany, Free free) {
        var zone = seats.zones().stream()
                .filter(z -> z.from() <= lost && lost < z.to())
                .findFirst()
                .orElseThrow();
        var runs = runs(zone.from(), zone.to());
        var home = runs.stream()
                .filter(run -> run.from() <= lost && lost < run.to())
                .findFirst()
                .orElseThrow();
        var homeIndex = runs.indexOf(home);
        var best = OptionalInt.empty();
        var least = Integer.MAX_VALUE;
        for (var i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            for (var at = run.from(); at + howMany <= run.to(); at++) {
                var far = distance(lost, home, homeIndex, at, howMany, run, i);
                if (far < least && areFree(at, howMany, lost, free)) {
                    best = OptionalInt.of(at);
                    least = far;
                }
            }
        }
        return best.isEmpty()
                ? List.of()
                : IntStream.range(best.getAsInt(), best.getAsInt() + howMany)
                        .boxed()
                        .toList();
    }

    /** In half seats, middle to middle. A row away is as far as three seats aside: halls are built around the middle of their rows. */
    private static int distance(int lost, Run home, int homeIndex, int at, int howMany, Run run, int index) {
        var aside = (2 * lost - home.middle()) - (2 * at + howMany - 1 - run.middle());
        return 6 * Math.abs(index - homeIndex) + Math.abs(aside);
    }

    private boolean areFree(int from, int howMany, int like, Free free) {
        for (var seat = from; seat < from + howMany; seat++) {
            if (!free.is(seat)
                    || seats.get(seat).category() != seats.get(like).category()
                    || !Objects.equals(seats.get(seat).mark(), seats.get(like).mark())) {
                return false;
            }
        }
        return true;
    }
}
