package io.jari.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a draw is, against code that was written from its definition alone, and whether it is fair. */
class DrawTest {
    private static final int DRAWS = 24_000;
    /** That chi-square of 119 degrees of freedom is above has a probability of 0.001. */
    private static final double UNLIKELY = 172.5;

    private static final byte[] SEED = TestDraw.sha256(new byte[] {7});

    @Test
    void aLeafIsTheHashOfItsParts() {
        var joiner = new Joiner(0x0011223344556677L, 0x8899aabbccddeeffL);
        assertThat(Draw.leaf(0x01020304, 0x05060708090a0b0cL, joiner))
                .isEqualTo(TestDraw.sha256(
                        TestDraw.hex("00" + "01020304" + "05060708090a0b0c" + "00112233445566778899aabbccddeeff")));
        var list = new DrawList(9, 2);
        list.add(1, joiner);
        assertThatThrownBy(list::leaves).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> list.add(3, joiner)).isInstanceOf(IllegalStateException.class);
        list.add(2, new Joiner(-1, 1));
        assertThatThrownBy(() -> list.add(3, joiner)).isInstanceOf(IllegalStateException.class);
        assertThat(list.leaves())
                .isEqualTo(TestDraw.join(List.of(
                        TestDraw.leaf(9, 1, "00112233445566778899aabbccddeeff"),
                        TestDraw.leaf(9, 2, "ffffffffffffffff0000000000000001"))));
        assertThat(new DrawList(9, 0).leaves()).isEmpty();
    }

    @Test
    void theKeyIsTheHashOfItsParts() {
        var root = TestDraw.sha256();
        assertThat(Draw.seedHash(SEED)).isEqualTo(TestDraw.sha256(SEED));
        assertThat(Draw.key(SEED, root, null)).isEqualTo(TestDraw.key(SEED, root, ""));
        assertThat(Draw.key(SEED, root, "로또 1, 2")).isEqualTo(TestDraw.key(SEED, root, "로또 1, 2"));
    }

    @Test
    void theOrderIsTheDefinitions() {
        for (var count : List.of(0, 1, 2, 3, 4, 5, 16, 17, 255, 1_000)) {
            var key = TestDraw.sha256(SEED, new byte[] {count.byteValue()});
            var order = Draw.order(key, count);
            assertThat(Arrays.stream(order).boxed()).containsExactlyElementsOf(TestDraw.order(key, count));
            var ranks = Draw.ranks(key, count);
            for (var k = 0; k < count; k++) {
                assertThat(ranks[order[k] - 1]).isEqualTo(k + 1);
            }
        }
        assertThatThrownBy(() -> Draw.order(SEED, Draw.MOST_TICKETS + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** For other verifiers to start from: never to change. */
    @Test
    void aDrawOfFive() {
        var list = new DrawList(3, 5);
        for (var ticket = 1; ticket <= 5; ticket++) {
            list.add(ticket, new Joiner(0, ticket));
        }
        var root = MerkleTree.root(list.leaves());
        assertThat(TestDraw.hex(root)).isEqualTo("27ef8cf8cbaaa4d173a017d9679112b9e27e09af49906300a0a669c72aaf3c2d");
        assertThat(TestDraw.hex(Draw.key(new byte[32], root, "27 31 8 44 2 19")))
                .isEqualTo("45e934bc673ba7dddb0a6f4ce29682d220e124df282daa22bd2ec18b6d3560cc");
        assertThat(Draw.order(Draw.key(new byte[32], root, "27 31 8 44 2 19"), 5))
                .containsExactly(4, 1, 5, 3, 2);
    }

    /** Near 2^62 one number in four is left out, which tickets of no hall would show. */
    @Test
    void numbersThatWouldFavourSomeAreLeftOut() {
        for (var bound : List.of((1L << 62) + 1, 1L << 62, 3L << 61, 1L, Long.MAX_VALUE)) {
            var numbers = new DrawNumbers(SEED);
            var definition = new TestDraw.Numbers(SEED);
            for (var i = 0; i < 100; i++) {
                assertThat(numbers.below(bound))
                        .isEqualTo(definition.below(BigInteger.valueOf(bound)).longValueExact());
            }
            assertThat(definition.rejected > 0).isEqualTo(bound == (1L << 62) + 1 || bound == 3L << 61);
        }
    }

    @Test
    void laterTicketsKeepTheirNumber() {
        var order = DrawnOrder.of(SEED, TestDraw.sha256(), "value", 100);
        var ranks = Draw.ranks(Draw.key(SEED, TestDraw.sha256(), "value"), 100);
        assertThat(order.count()).isEqualTo(100);
        assertThat(order.rank(1)).isEqualTo(ranks[0]);
        assertThat(order.rank(100)).isEqualTo(ranks[99]);
        assertThat(order.rank(101)).isEqualTo(101);
        assertThat(order.rank(1L << 40)).isEqualTo(1L << 40);
    }

    @Test
    void eachOrderComesAsOften() {
        assertThat(chiSquare(draw ->
                        Draw.order(TestDraw.sha256(SEED, new byte[] {(byte) (draw >> 8), (byte) draw}), 5)))
                .isLessThan(UNLIKELY);
    }

    /** The twin: the well-known wrong shuffle, which changes places with any other, is found out. */
    @Test
    void aWrongShuffleIsFoundOut() {
        var random = new Random(1);
        assertThat(chiSquare(_ -> {
                    var order = new int[] {1, 2, 3, 4, 5};
                    for (var i = 0; i < 5; i++) {
                        var j = random.nextInt(5);
                        var ticket = order[i];
                        order[i] = order[j];
                        order[j] = ticket;
                    }
                    return order;
                }))
                .isGreaterThan(UNLIKELY);
    }

    /** How far the 120 orders of five are from coming equally often. */
    private static double chiSquare(IntFunction<int[]> draws) {
        var counts = new HashMap<List<Integer>, Integer>();
        for (var draw = 0; draw < DRAWS; draw++) {
            counts.merge(Arrays.stream(draws.apply(draw)).boxed().toList(), 1, Integer::sum);
        }
        assertThat(counts).hasSize(120);
        var expected = DRAWS / 120.0;
        return counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}
