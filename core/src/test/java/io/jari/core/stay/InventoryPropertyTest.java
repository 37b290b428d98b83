package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast inventory against one of plain maps, on random hotels and random wishes. */
class InventoryPropertyTest {

    private static final int TYPES = 4;
    private static final int DAYS = 30;

    private record Key(int type, int day) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return type != other.type ? Integer.compare(type, other.type) : Integer.compare(day, other.day);
        }
    }

    private record Row(int reserved, int target, boolean stopSale) {}

    /** As simple as can be; the house is type -1. */
    private static final class NaiveHotel {
        final Map<Key, Row> before = new TreeMap<>();
        final Map<Key, Row> rows = new TreeMap<>();

        int atFirst(Key key) {
            return Objects.requireNonNull(before.get(key)).reserved;
        }

        boolean free(Claim claim) {
            for (var night : claim.nights()) {
                for (int type : new int[] {claim.roomTypeId(), -1}) {
                    var row = rows.get(new Key(type, (int) night.toEpochDay()));
                    if (row == null || row.stopSale || row.target - row.reserved < claim.rooms()) {
                        return false;
                    }
                }
            }
            return true;
        }

        void add(Claim claim, int rooms) {
            for (var night : claim.nights()) {
                for (int type : new int[] {claim.roomTypeId(), -1}) {
                    rows.computeIfPresent(
                            new Key(type, (int) night.toEpochDay()),
                            (_, row) -> new Row(row.reserved + rooms, row.target, row.stopSale));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void decidesAsPlainMapsDo(long seed) {
        for (int run = 0; run < 50; run++) {
            compare(new Random(seed * 1000 + run));
        }
    }

    private static void compare(Random random) {
        var naive = new NaiveHotel();
        var builder = Inventory.builder(random.nextInt(200), random.nextInt(40));
        for (int day = 0; day < DAYS; day++) {
            var house = new Row(random.nextInt(6), random.nextInt(40), false);
            naive.rows.put(new Key(-1, day), house);
            builder.houseNight(day, house.reserved, house.target);
            for (int type = 0; type < TYPES; type++) {
                var row = new Row(random.nextInt(4), random.nextInt(20), random.nextInt(40) == 0);
                if (random.nextInt(50) != 0) {
                    naive.rows.put(new Key(type, day), row);
                    builder.typeNight(type, day, row.reserved, row.target, row.stopSale);
                }
            }
        }
        naive.before.putAll(naive.rows);
        var hotel = builder.build();
        var held = new ArrayList<Claim>();
        for (int i = 0; i < 200; i++) {
            step(random, naive, hotel, held);
        }
        assertThat(changes(hotel.changes())).isEqualTo(changes(naive));
        for (var row : naive.rows.entrySet()) {
            int atFirst = naive.atFirst(row.getKey());
            assertThat(row.getValue().reserved).isBetween(0, Math.max(atFirst, row.getValue().target));
        }
    }

    private static void step(Random random, NaiveHotel naive, Inventory hotel, List<Claim> held) {
        int what = random.nextInt(10);
        if (what < 3 && !held.isEmpty()) {
            var claim = held.remove(random.nextInt(held.size()));
            naive.add(claim, -claim.rooms());
            hotel.release(claim);
            return;
        }
        var nights = NightRange.from(LocalDate.ofEpochDay(random.nextInt(DAYS)), 1 + random.nextInt(5));
        var wanted = new Claim(random.nextInt(TYPES), nights, 1 + random.nextInt(3));
        if (what == 3 && !held.isEmpty()) {
            var old = held.get(random.nextInt(held.size()));
            naive.add(old, -old.rooms());
            boolean fitsAfresh = naive.free(wanted);
            boolean granted = hotel.change(old, wanted) instanceof Decision.Granted;
            assertThat(granted || !fitsAfresh).isTrue();
            naive.add(granted ? wanted : old, granted ? wanted.rooms() : old.rooms());
            if (granted) {
                held.remove(old);
                held.add(wanted);
            }
            return;
        }
        boolean free = naive.free(wanted);
        assertThat(hotel.reserve(wanted) instanceof Decision.Granted).isEqualTo(free);
        if (free) {
            naive.add(wanted, wanted.rooms());
            held.add(wanted);
        }
    }

    private static List<String> changes(InventoryChanges changes) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < changes.houseDays().length; i++) {
            lines.add(-1 + " " + changes.houseDays()[i] + " " + changes.houseDeltas()[i]);
        }
        for (int i = 0; i < changes.typeIds().length; i++) {
            lines.add(changes.typeIds()[i] + " " + changes.typeDays()[i] + " " + changes.typeDeltas()[i]);
        }
        return lines;
    }

    private static List<String> changes(NaiveHotel naive) {
        var lines = new ArrayList<String>();
        naive.rows.forEach((key, row) -> {
            int delta = row.reserved - naive.atFirst(key);
            if (delta != 0) {
                lines.add(key.type + " " + key.day + " " + delta);
            }
        });
        return lines;
    }
}
