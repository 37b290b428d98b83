package io.jari.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.stay.NightRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomAssignmentPropertyTest {

    private static final LocalDate DAY_0 = LocalDate.of(2026, 5, 1);

    /** Against trying everything, on hotels of a few rooms with guests and repairs in fixed rooms. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void housesEverybodyWheneverThatIsPossible(long seed) {
        var random = new Random(seed);
        int solvable = 0;
        for (int run = 0; run < 400; run++) {
            solvable += compare(random) ? 1 : 0;
        }
        assertThat(solvable).as("hotels where everybody fits").isBetween(40, 360);
    }

    private static boolean compare(Random random) {
        int count = 1 + random.nextInt(4);
        var rooms = IntStream.range(0, count)
                .mapToObj(id -> new Room(id, random.nextBoolean()))
                .toList();
        var occupied = new ArrayList<Occupied>();
        for (int i = random.nextInt(6); i > 0; i--) {
            var nights = nights(random);
            int room = random.nextInt(count);
            if (isFree(occupied, room, nights)) {
                occupied.add(new Occupied.ByGuest(room, nights.start(), nights.end(), "g" + i));
            }
        }
        var stay = nights(random);
        var awaited = IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> nights(random))
                .toList();
        var free =
                rooms.stream().filter(room -> isFree(occupied, room.id(), stay)).toList();
        var good = free.stream()
                .filter(room -> fits(with(occupied, room.id(), stay), count, awaited, 0))
                .toList();
        switch (new RoomAssignment(rooms, occupied).assign(stay, awaited)) {
            case Assignment.NoRoom _ -> assertThat(free).isEmpty();
            case Assignment.Assigned(var room, int without) -> {
                assertThat(free).contains(room);
                assertThat(without == 0).isEqualTo(!good.isEmpty());
                if (without == 0) {
                    assertThat(good).contains(room);
                    assertThat(room.clean()).isEqualTo(good.stream().anyMatch(Room::clean));
                }
            }
        }
        return !good.isEmpty();
    }

    /** A season at the desk with no night oversold: each arrival is assigned on its day. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nobodyMovesAndNobodySharesThroughASeason(long seed) {
        var random = new Random(seed);
        int count = 3 + random.nextInt(10);
        var rooms = IntStream.range(0, count).mapToObj(id -> new Room(id, true)).toList();
        var sold = new ArrayList<NightRange>();
        for (int i = 0; i < count * 25; i++) {
            var nights = NightRange.from(DAY_0.plusDays(random.nextInt(60)), 1 + random.nextInt(7));
            if (nights.stream()
                    .allMatch(night ->
                            sold.stream().filter(stay -> stay.contains(night)).count() < count)) {
                sold.add(nights);
            }
        }
        sold.sort(Comparator.comparing(NightRange::start));
        var house = new ArrayList<Occupied>();
        while (!sold.isEmpty()) {
            var arriving = sold.removeFirst();
            var assigned = (Assignment.Assigned) new RoomAssignment(rooms, house).assign(arriving, sold);
            assertThat(assigned.withoutRoom()).isZero();
            assertThat(isFree(house, assigned.room().id(), arriving)).isTrue();
            house.add(new Occupied.ByGuest(assigned.room().id(), arriving.start(), arriving.end(), "g" + sold.size()));
        }
    }

    private static boolean fits(List<Occupied> occupied, int rooms, List<NightRange> awaited, int index) {
        if (index == awaited.size()) {
            return true;
        }
        var stay = awaited.get(index);
        return IntStream.range(0, rooms)
                .anyMatch(room ->
                        isFree(occupied, room, stay) && fits(with(occupied, room, stay), rooms, awaited, index + 1));
    }

    private static List<Occupied> with(List<Occupied> occupied, int room, NightRange stay) {
        var more = new ArrayList<>(occupied);
        more.add(new Occupied.ByGuest(room, stay.start(), stay.end(), "new"));
        return more;
    }

    private static boolean isFree(List<Occupied> occupied, int room, NightRange nights) {
        return nights.stream()
                .allMatch(night -> occupied.stream()
                        .noneMatch(each ->
                                each.roomId() == room && !night.isBefore(each.start()) && night.isBefore(each.end())));
    }

    private static NightRange nights(Random random) {
        return NightRange.from(DAY_0.plusDays(random.nextInt(9)), 1 + random.nextInt(5));
    }
}
