package io.jari.core.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed seats and their changes against plain arrays, over random histories. */
class SeatStatesPropertyTest {
    private static final int VERSIONS = 60;

    /** One version of the plain model. */
    private record Known(long version, int[] plain, SeatStates states) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 17, 64, 333})
    void whatChangedLeadsFromEachOldVersionToTheNew(int size) {
        var random = new Random(size);
        var version = 10L;
        var known = new ArrayList<Known>();
        var plain = new int[size];
        var states = SeatStates.available(size);
        var changes = SeatChanges.none(version);
        known.add(new Known(version, plain.clone(), states));
        for (var i = 0; i < VERSIONS; i++) {
            version += 1 + random.nextInt(5);
            var pairs = pairs(random, size);
            for (var at = 0; at < pairs.length; at += 2) {
                plain[pairs[at]] = pairs[at + 1];
            }
            states = states.with(pairs);
            changes = changes.then(List.of(SeatChanges.Step.of(version, pairs)));
            known.add(new Known(version, plain.clone(), states));
        }
        for (var old : known) {
            assertThat(old.states.with(seatsSince(changes, old.version, plain))).isEqualTo(states);
            assertThat(old.states.with(states.changesSince(old.states))).isEqualTo(states);
            assertThat(unpacked(old.states, 0, size)).isEqualTo(old.plain);
        }
        assertThat(states.countAvailable(0, size))
                .isEqualTo((int) Arrays.stream(plain).filter(s -> s == 0).count());
    }

    private static int[] pairs(Random random, int size) {
        var pairs = new int[size == 0 ? 0 : 2 * random.nextInt(4)];
        for (var at = 0; at < pairs.length; at += 2) {
            pairs[at] = random.nextInt(size);
            pairs[at + 1] = random.nextInt(4);
        }
        return pairs;
    }

    private static int[] seatsSince(SeatChanges changes, long version, int[] plain) {
        return Arrays.stream(changes.since(version).orElseThrow())
                .flatMap(seat -> Arrays.stream(new int[] {seat, plain[seat]}))
                .toArray();
    }

    /** Decoded as a page would. */
    private static int[] unpacked(SeatStates states, int from, int to) {
        var packed = new byte[SeatStates.bytes(to - from) + 1];
        states.pack(from, to, packed, 1);
        var plain = new int[to - from];
        for (var i = 0; i < plain.length; i++) {
            plain[i] = (packed[1 + i / 4] >> (2 * (i % 4))) & 3;
        }
        return plain;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40})
    void anyRangeIsPackedAsIfItWereAlone(int size) {
        var random = new Random(size);
        var pairs = new int[2 * size];
        for (var seat = 0; seat < size; seat++) {
            pairs[2 * seat] = seat;
            pairs[2 * seat + 1] = random.nextInt(4);
        }
        var states = SeatStates.available(size).with(pairs);
        for (var from = 0; from <= size; from++) {
            for (var to = from; to <= size; to++) {
                var alone = new byte[SeatStates.bytes(to - from)];
                states.pack(from, to, alone, 0);
                var again = SeatStates.available(to - from);
                for (var seat = from; seat < to; seat++) {
                    again = again.with(new int[] {seat - from, states.get(seat)});
                }
                assertThat(alone).isEqualTo(again.packed());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000})
    void onlyTheLatestChangesAreKept(int seatsEach) {
        var changes = SeatChanges.none(0);
        for (var version = 1; version <= 3_000; version++) {
            var pairs = new int[2 * seatsEach];
            for (var i = 0; i < seatsEach; i++) {
                pairs[2 * i] = version;
            }
            changes = changes.then(List.of(SeatChanges.Step.of(version, pairs)));
        }
        var kept = Math.min(SeatChanges.MOST_STEPS, SeatChanges.MOST_SEATS / seatsEach);
        assertThat(changes.base()).isEqualTo(3_000 - kept);
        assertThat(changes.reaches(changes.base())).isTrue();
        assertThat(changes.reaches(changes.base() - 1)).isFalse();
        assertThat(changes.reaches(3_001)).isFalse();
        assertThat(changes.since(changes.base() - 1)).isEmpty();
        assertThat(changes.since(changes.base()).orElseThrow()).hasSize(kept);
        assertThat(changes.since(3_000).orElseThrow()).isEmpty();
    }
}
