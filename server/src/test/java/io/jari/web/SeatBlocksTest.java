package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.concert.DateSeats;
import io.jari.concert.DateSeats.Category;
import io.jari.concert.DateSeats.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatBlocksTest {

    @Test
    void aLargeZoneIsDividedBetweenRows() {
        var blocks = new SeatBlocks(hall(30, 30)).all();
        assertThat(blocks).allMatch(block -> block.to() - block.from() <= SeatBlocks.MOST_SEATS);
        assertThat(blocks).extracting(SeatBlocks.Block::from).containsExactly(0, 300, 600);
        assertThat(blocks.getLast().to()).isEqualTo(900);
        assertThat(blocks).noneMatch(SeatBlocks.Block::whole);
    }

    @Test
    void aRowLongerThanAPageIsCut() {
        var blocks = new SeatBlocks(hall(1, 1_000)).all();
        assertThat(blocks).extracting(SeatBlocks.Block::to).containsExactly(400, 800, 1_000);
    }

    @Test
    void aSmallZoneIsOne() {
        var blocks = new SeatBlocks(hall(10, 30));
        assertThat(blocks.all()).containsExactly(new SeatBlocks.Block("A", 0, 300, true));
        assertThat(blocks.with(299)).isZero();
        assertThat(blocks.with(300)).isEqualTo(-1);
    }

    @Test
    void nearIsBesideThenInTheNextRow() {
        var blocks = new SeatBlocks(hall(3, 10));
        assertThat(blocks.near(15, 2, seat -> seat != 15)).containsExactly(13, 14);
        var onlyTheLastRow = Set.of(24, 25, 26);
        assertThat(blocks.near(15, 2, onlyTheLastRow::contains)).containsExactly(24, 25);
        assertThat(blocks.near(15, 4, onlyTheLastRow::contains)).isEmpty();
    }

    @Test
    void nearIsOfTheSamePriceAndKind() {
        var seats = new ArrayList<Seat>();
        for (var n = 0; n < 6; n++) {
            seats.add(new Seat("g" + n, "A", "1", "" + n, n < 3 ? 0 : 1, n == 1 ? "wheelchair" : null));
        }
        var blocks = new SeatBlocks(
                new DateSeats(seats, List.of(new Category("R", "#d55e00", 2), new Category("S", "#0072b2", 1))));
        assertThat(blocks.near(2, 1, seat -> seat != 2)).containsExactly(0);
        assertThat(blocks.near(1, 1, seat -> seat != 1)).isEmpty();
    }

    private static DateSeats hall(int rows, int length) {
        var seats = new ArrayList<Seat>();
        for (var row = 0; row < rows; row++) {
            for (var n = 0; n < length; n++) {
                seats.add(new Seat(row + "-" + n, "A", "" + (row + 1), "" + (n + 1), 0, null));
            }
        }
        return new DateSeats(seats, List.of(new Category("R", "#d55e00", 50_000)));
    }
}
