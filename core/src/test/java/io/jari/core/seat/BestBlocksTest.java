package io.jari.core.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.jari.core.seat.BestBlocks.Marked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best seats beside each other: in halls drawn by hand, and in random ones against trying everything. */
class BestBlocksTest {
    private static final SeatPlan.Area STAGE =
            new SeatPlan.Area(SeatPlan.Shape.RECTANGLE, 80, 300, 40, 20, 0, List.of(), null, "무대 (stage)");

    /** A hall of straight rows: a digit is a seat of this category, a blank a gap. Ten units a step, the first row at y = 100. */
    private static SeatPlan hall(SeatPlan.@Nullable Area area, String... rows) {
        var all = new ArrayList<SeatPlan.Row>();
        var number = 0;
        for (var r = 0; r < rows.length; r++) {
            var seats = new ArrayList<SeatPlan.Seat>();
            for (var at = 0; at < rows[r].length(); at++) {
                var category = rows[r].charAt(at) - '0';
                if (category >= 0) {
                    seats.add(new SeatPlan.Seat("s" + number++, "" + at, 10.0 * at, 100 + 10.0 * r, category));
                }
            }
            all.add(new SeatPlan.Row("" + r, seats));
        }
        var zone = new SeatPlan.Zone("z", all, area == null ? List.of() : List.of(area));
        var longest = Arrays.stream(rows).mapToInt(String::length).max().orElseThrow();
        return new SeatPlan("hall", List.of(), 10.0 * (longest - 1), 400, List.of(zone));
    }

    private static List<List<Integer>> best(SeatPlan plan, int neighbours, int category, Integer... taken) {
        return best(plan, neighbours, category, List.of(), Marked.LEFT_OUT, taken);
    }

    private static List<List<Integer>> best(
            SeatPlan plan, int neighbours, int category, List<Integer> marked, Marked wanted, Integer... taken) {
        var gone = List.of(taken);
        return BestBlocks.of(SeatLayout.of(plan, marked::contains))
                .candidates(seat -> !gone.contains(seat), neighbours, category, wanted, 100)
                .stream()
                .map(block -> Arrays.stream(block).sorted().boxed().toList())
                .toList();
    }

    @Test
    void theMiddleOfTheRowNearestTheStageIsBest() {
        var plan = hall(null, "00000000000", "00000000000");
        assertThat(best(plan, 3, 0).getFirst()).containsExactly(4, 5, 6);
        assertThat(best(plan, 3, 0, 4, 5, 6).getFirst()).as("the row behind").containsExactly(15, 16, 17);
        assertThat(best(plan, 11, 0))
                .containsExactly(
                        IntStream.range(0, 11).boxed().toList(),
                        IntStream.range(11, 22).boxed().toList());
    }

    @Test
    void theStageIsWhereThePlanSaysSo() {
        var plan = hall(STAGE, "00000000000000000000", "00000000000000000000");
        assertThat(best(plan, 2, 0).getFirst().getFirst()).as("the lower row").isGreaterThanOrEqualTo(20);
    }

    @Test
    void nobodyIsSeatedAcrossAnAisleOrAnotherCategory() {
        assertThat(best(hall(null, "0000 000"), 5, 0)).isEmpty();
        assertThat(best(hall(null, "0000 000"), 4, 0)).containsExactly(List.of(0, 1, 2, 3));
        assertThat(best(hall(null, "0001000"), 4, 0)).isEmpty();
        assertThat(best(hall(null, "000", "000"), 4, 0)).isEmpty();
        assertThat(best(hall(null, "000"), 1, 7)).isEmpty();
        assertThat(best(hall(null, "0"), 1, 0)).containsExactly(List.of(0));
    }

    @Test
    void markedSeatsAreForWhoAsksForThem() {
        var plan = hall(null, "00000");
        assertThat(best(plan, 3, 0, List.of(2), Marked.LEFT_OUT)).isEmpty();
        assertThat(best(plan, 3, 0, List.of(2), Marked.AS_WELL)).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void aRowMayBeNumberedInAnyOrderAndRunAnyWay() {
        var places = new ArrayList<>(IntStream.range(0, 9).boxed().toList());
        Collections.shuffle(places, new Random(1));
        var seats = places.stream()
                .map(p -> new SeatPlan.Seat("s" + p, "" + p, 5 - p * 0.1, 10.0 * p, 0))
                .toList();
        var plan = new SeatPlan(
                "h",
                List.of(),
                9,
                99,
                List.of(new SeatPlan.Zone("z", List.of(new SeatPlan.Row("r", seats)), List.of())));
        for (var block :
                BestBlocks.of(SeatLayout.of(plan, _ -> false)).candidates(_ -> true, 2, 0, Marked.LEFT_OUT, 9)) {
            assertThat(Math.abs(places.get(block[0]) - places.get(block[1]))).isEqualTo(1);
        }
    }

    /** One seat of the plan with what the rules need. */
    private record Spot(int seat, int row, double x, double y, int category) {}

    private static List<List<Spot>> rows(SeatPlan plan) {
        var rows = new ArrayList<List<Spot>>();
        var seat = 0;
        for (var zone : plan.zones()) {
            for (var row : zone.rows()) {
                var spots = new ArrayList<Spot>();
                for (var s : row.seats()) {
                    spots.add(new Spot(seat++, rows.size(), s.x(), s.y(), s.category()));
                }
                rows.add(spots);
            }
        }
        return rows;
    }

    /** The farness of the best block there is, by trying all; nothing where there is none. Rows are drawn from left to right here. */
    private static @Nullable Double best(
            List<List<Spot>> rows, StagePoint stage, BitSet free, BitSet marked, int neighbours, int category) {
        @Nullable Double best = null;
        for (var row : rows) {
            for (var from = 0; from + neighbours <= row.size(); from++) {
                var block = row.subList(from, from + neighbours);
                if (block.stream().allMatch(s -> free.get(s.seat) && !marked.get(s.seat) && s.category == category)
                        && beside(row, block)) {
                    var farness = farness(row, block, stage);
                    best = best == null ? farness : Math.min(best, farness);
                }
            }
        }
        return best;
    }

    private static boolean beside(List<Spot> row, List<Spot> block) {
        var gaps = IntStream.range(1, row.size())
                .mapToDouble(i -> distance(row.get(i - 1), row.get(i)))
                .sorted()
                .toArray();
        return IntStream.range(1, block.size())
                .allMatch(i -> distance(block.get(i - 1), block.get(i)) <= 1.5 * gaps[(gaps.length - 1) / 2]);
    }

    private static double distance(Spot one, Spot other) {
        return Math.hypot(one.x - other.x, one.y - other.y);
    }

    private static double farness(List<Spot> row, List<Spot> block, StagePoint stage) {
        var middleX = row.stream().mapToDouble(Spot::x).average().orElseThrow();
        var middleY = row.stream().mapToDouble(Spot::y).average().orElseThrow();
        return block.stream()
                .mapToDouble(s ->
                        Math.hypot(s.x - stage.x(), s.y - stage.y()) + 0.5 * Math.hypot(s.x - middleX, s.y - middleY))
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "60, 0", "700, 1", "1500, 3"})
    void blocksAreWhatWasAskedForAndTheBestIsFirst(int seats, int balconies) {
        var plan = HallPlan.of(seats, balconies);
        var rows = rows(plan);
        var spots = rows.stream().flatMap(List::stream).toList();
        var stage = StagePoint.of(plan);
        var random = new Random(seats);
        var marked = some(random, seats, 0.05);
        var blocks = BestBlocks.of(SeatLayout.of(plan, marked::get));
        var found = 0;
        for (var share : new double[] {0, 0.02, 0.3, 0.7, 0.95, 1}) {
            for (var neighbours : new int[] {1, 2, 3, 4, 7, 20}) {
                var free = some(random, seats, share);
                var category = random.nextInt(plan.categories().size());
                var all = blocks.candidates(free::get, neighbours, category, Marked.LEFT_OUT, 25);
                check(all, spots, rows, free, marked, neighbours, category);
                var best = best(rows, stage, free, marked, neighbours, category);
                assertThat(all.isEmpty()).isEqualTo(best == null);
                var farness = all.stream()
                        .map(block -> farness(
                                rows.get(spots.get(block[0]).row),
                                Arrays.stream(block).mapToObj(spots::get).toList(),
                                stage))
                        .toList();
                for (var i = 1; i < farness.size(); i++) {
                    assertThat(farness.get(i)).isGreaterThanOrEqualTo(farness.get(i - 1) - 1e-6);
                }
                if (best != null) {
                    assertThat(farness.getFirst()).isCloseTo(best, offset(1e-6));
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(1);
    }

    private static void check(
            List<int[]> all,
            List<Spot> spots,
            List<List<Spot>> rows,
            BitSet free,
            BitSet marked,
            int neighbours,
            int category) {
        var seen = new HashSet<Integer>();
        for (var block : all) {
            assertThat(block).hasSize(neighbours);
            var ofBlock = Arrays.stream(block).mapToObj(spots::get).toList();
            assertThat(ofBlock).allSatisfy(spot -> {
                assertThat(free.get(spot.seat)).isTrue();
                assertThat(marked.get(spot.seat)).isFalse();
                assertThat(spot.category).isEqualTo(category);
                assertThat(spot.row).isEqualTo(ofBlock.getFirst().row);
                assertThat(seen.add(spot.seat)).as("in one block only").isTrue();
            });
            assertThat(beside(rows.get(ofBlock.getFirst().row), ofBlock)).isTrue();
        }
        assertThat(all).hasSizeLessThanOrEqualTo(25);
    }

    private static BitSet some(Random random, int size, double share) {
        var some = new BitSet();
        IntStream.range(0, size).filter(_ -> random.nextDouble() < share).forEach(some::set);
        return some;
    }
}
