package io.jari.core.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HallPlanTest {

    record Wish(int seats, int balconies) {}

    static Stream<Wish> wishes() {
        var random = new Random(15_000);
        var usual = Stream.of(
                new Wish(1, 0),
                new Wish(1, 3),
                new Wish(2, 1),
                new Wish(7, 2),
                new Wish(15_000, 2),
                new Wish(60_000, 0),
                new Wish(60_000, 3));
        var any = IntStream.range(0, 60)
                .mapToObj(_ -> new Wish(1 + random.nextInt(1 << (1 + random.nextInt(14))), random.nextInt(4)));
        return Stream.concat(usual, any);
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void aHallHasTheSeatsAskedForNoneOnAnother(Wish wish) {
        var plan = HallPlan.of(wish.seats(), wish.balconies());
        var seats = seats(plan);
        assertThat(plan.seats()).isEqualTo(wish.seats());
        assertThat(seats).hasSize(wish.seats());
        assertThat(seats.stream().map(SeatPlan.Seat::guid)).doesNotHaveDuplicates();
        assertThat(overlaps(seats)).isEmpty();
        assertThat(seats)
                .allMatch(seat -> seat.x() > 0
                        && seat.x() < plan.width()
                        && seat.y() > 0
                        && seat.y() < plan.height()
                        && seat.category() < plan.categories().size());
        assertThat(plan.categories()).hasSizeBetween(wish.seats() < 100 ? 1 : 3, 5);
        assertThat(seats.stream().map(SeatPlan.Seat::category).distinct())
                .hasSize(plan.categories().size());
        assertThat(HallPlan.of(wish.seats(), wish.balconies())).isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void noSeatIsOnTheStageAndNobodyPaysMoreToSitFartherBack(Wish wish) {
        var plan = HallPlan.of(wish.seats(), wish.balconies());
        var stage = plan.zones().getFirst().areas().getFirst();
        assertThat(seats(plan))
                .noneMatch(seat -> seat.x() > stage.x() - HallPlan.SEAT_WIDTH / 2
                        && seat.x() < stage.x() + stage.width() + HallPlan.SEAT_WIDTH / 2
                        && seat.y() < stage.y() + stage.height() + HallPlan.SEAT_WIDTH / 2);
        for (var zone : plan.zones()) {
            var levels = zone.rows().stream()
                    .map(row -> row.seats().getFirst().category())
                    .toList();
            assertThat(levels).isSorted();
        }
    }

    @Test
    void seatsAreCalledByTierRowAndNumber() {
        var seats =
                seats(HallPlan.of(15_000, 2)).stream().map(SeatPlan.Seat::guid).toList();
        assertThat(seats).contains("P-A-1", "P-A-12", "P-AA-3", "B1-A-1", "B2-C-7");
        assertThat(IntStream.of(0, 25, 26, 51, 52, 701, 702).mapToObj(Tier::rowName))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void impossibleHallsAreRefused() {
        for (var wish : List.of(new Wish(0, 0), new Wish(60_001, 0), new Wish(10, -1), new Wish(10, 4))) {
            assertThatThrownBy(() -> HallPlan.of(wish.seats(), wish.balconies()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** That the search for overlaps finds one. */
    @Test
    void aSeatMovedOntoAnotherIsSeen() {
        var seats = new ArrayList<>(seats(HallPlan.of(500, 1)));
        var first = seats.getFirst();
        seats.add(new SeatPlan.Seat("other", "1", first.x() + 10, first.y() + 10, 0));
        assertThat(overlaps(seats)).anyMatch(pair -> pair.contains(first.guid()));
    }

    private static List<SeatPlan.Seat> seats(SeatPlan plan) {
        return plan.zones().stream()
                .flatMap(zone -> zone.rows().stream())
                .flatMap(row -> row.seats().stream())
                .toList();
    }

    /** Pairs that are closer than a seat is wide, found by squares of that width. */
    private static List<String> overlaps(List<SeatPlan.Seat> seats) {
        Map<Long, List<SeatPlan.Seat>> squares = new HashMap<>();
        var found = new HashSet<String>();
        for (var seat : seats) {
            var column = (long) (seat.x() / HallPlan.SEAT_WIDTH);
            var line = (long) (seat.y() / HallPlan.SEAT_WIDTH);
            for (var c = column - 1; c <= column + 1; c++) {
                for (var l = line - 1; l <= line + 1; l++) {
                    for (var other : squares.getOrDefault((c << 32) | l, List.of())) {
                        if (Math.hypot(seat.x() - other.x(), seat.y() - other.y()) < HallPlan.SEAT_WIDTH) {
                            found.add(other.guid() + " " + seat.guid());
                        }
                    }
                }
            }
            squares.computeIfAbsent((column << 32) | line, _ -> new ArrayList<>())
                    .add(seat);
        }
        return List.copyOf(found);
    }
}
