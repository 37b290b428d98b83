package io.jari.board;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.jari.concert.DateSeats;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/** What a board needs to know of its seats, compact: names as JSON has them, categories, zones. */
final class BoardSeats {
    private final byte[] names;
    private final int[] ends;
    private final byte[] categories;
    private final int categoryCount;
    private final List<DateSeats.Zone> zones;

    /** @param seats of at most 255 categories */
    BoardSeats(DateSeats seats) {
        var bytes = new ByteArrayOutputStream();
        this.ends = new int[seats.size()];
        this.categories = new byte[seats.size()];
        for (var i = 0; i < ends.length; i++) {
            var name = new String(
                    JsonStringEncoder.getInstance().quoteAsString(seats.get(i).guid()));
            bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            ends[i] = bytes.size();
            categories[i] = (byte) seats.get(i).category();
        }
        this.names = bytes.toByteArray();
        this.categoryCount = seats.categories().size();
        this.zones = named(seats.zones());
    }

    /** One of each name: from the first to the last seat where several zones are called so. */
    private static List<DateSeats.Zone> named(List<DateSeats.Zone> zones) {
        var named = new LinkedHashMap<String, DateSeats.Zone>();
        for (var zone : zones) {
            named.merge(zone.name(), zone, (a, b) -> new DateSeats.Zone(a.name(), a.from(), b.to()));
        }
        return List.copyOf(named.values());
    }

    int size() {
        return ends.length;
    }

    int category(int seat) {
        return categories[seat] & 0xff;
    }

    int categoryCount() {
        return categoryCount;
    }

    List<DateSeats.Zone> zones() {
        return zones;
    }

    /** The place of the zone of this name. */
    OptionalInt zone(String name) {
        for (var i = 0; i < zones.size(); i++) {
            if (zones.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Writes the plan's name of a seat as it stands between quotes in JSON. */
    void writeName(int seat, ByteArrayOutputStream out) {
        var from = seat == 0 ? 0 : ends[seat - 1];
        out.write(names, from, ends[seat] - from);
    }

    int nameBytes() {
        return names.length;
    }

    /** About how many bytes it takes. */
    int bytes() {
        return names.length + 5 * ends.length + 64 * zones.size();
    }
}
