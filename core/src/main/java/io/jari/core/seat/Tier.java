package io.jari.core.seat;

import java.util.ArrayList;
import java.util.List;

/**
 * The parterre or a balcony: rows on circles around one middle, cut into sections by aisles that lead towards it.
 *
 * @param letter with which the names of its seats begin
 * @param sections how many
 */
record Tier(BothNames names, String letter, double halfAngle, int sections, List<Arc> rows) {
    static final double SEAT_PITCH = 20;
    static final double ROW_PITCH = 26;
    private static final double AISLE = 50;
    private static final double CROSS_AISLE = 45;
    private static final int ROWS_BETWEEN_CROSS_AISLES = 22;
    private static final int SEATS_OF_A_SECTION = 30;
    private static final int MOST_SECTIONS = 9;
    private static final double LABEL_DISTANCE = 65;

    /** A row: where its seats are, as angles from straight ahead, section by section from the left. */
    record Arc(double radius, List<List<Double>> sections) {
        int seats() {
            return sections.stream().mapToInt(List::size).sum();
        }

        /** Takes away the outermost seat of a side. */
        void shorten(boolean left) {
            var all = left ? sections : sections.reversed();
            for (var section : all) {
                if (!section.isEmpty()) {
                    section.remove(left ? 0 : section.size() - 1);
                    return;
                }
            }
        }
    }

    static Tier of(BothNames names, String letter, int seats, double firstRadius, double halfAngle) {
        var sections = sections(seats, firstRadius, halfAngle);
        var rows = new ArrayList<Arc>();
        var made = 0;
        for (var radius = firstRadius; made < seats; radius += ROW_PITCH) {
            if (!rows.isEmpty() && rows.size() % ROWS_BETWEEN_CROSS_AISLES == 0) {
                radius += CROSS_AISLE;
            }
            var row = arc(radius, halfAngle, sections);
            rows.add(row);
            made += row.seats();
        }
        trim(rows, made - seats);
        return new Tier(names, letter, halfAngle, sections, rows);
    }

    /** An odd number, so that one looks straight at the stage; by the length of a row in the middle. */
    private static int sections(int seats, double firstRadius, double halfAngle) {
        var lastRadius = Math.sqrt(firstRadius * firstRadius + seats * SEAT_PITCH * ROW_PITCH / halfAngle);
        var arc = (firstRadius + lastRadius) * halfAngle;
        var wanted = (int) (arc / (SEATS_OF_A_SECTION * SEAT_PITCH));
        return Math.clamp(wanted / 2 * 2 + 1, 1, MOST_SECTIONS);
    }

    private static Arc arc(double radius, double halfAngle, int count) {
        var width = 2 * halfAngle / count;
        var pitch = SEAT_PITCH / radius;
        var sections = new ArrayList<List<Double>>();
        for (var i = 0; i < count; i++) {
            var middle = -halfAngle + (i + 0.5) * width;
            var seats = Math.max(1, (int) ((radius * width - AISLE) / SEAT_PITCH));
            var angles = new ArrayList<Double>();
            for (var n = 0; n < seats; n++) {
                angles.add(middle + (n - (seats - 1) / 2.0) * pitch);
            }
            sections.add(angles);
        }
        return new Arc(radius, sections);
    }

    /** Shortens rows from the last forward, again and again, a seat at a time: so all lose about as many. */
    private static void trim(List<Arc> rows, int tooMany) {
        for (var round = 0; tooMany > 0; round++) {
            for (var i = rows.size() - 1; i >= 0 && tooMany > 0; i--) {
                if (rows.get(i).seats() > 1) {
                    rows.get(i).shorten((round + i) % 2 == 0);
                    tooMany--;
                }
            }
        }
    }

    double firstRadius() {
        return rows.getFirst().radius();
    }

    double lastRadius() {
        return rows.getLast().radius();
    }

    /** A zone for each section that has seats; the first of a balcony also bears its name. */
    List<SeatPlan.Zone> zones(double middle, double top, PriceLevels levels) {
        var zones = new ArrayList<SeatPlan.Zone>();
        for (var section = 0; section < sections; section++) {
            var seats = new ArrayList<SeatPlan.Row>();
            for (var row = 0; row < rows.size(); row++) {
                if (!rows.get(row).sections().get(section).isEmpty()) {
                    seats.add(row(row, section, middle, top, levels));
                }
            }
            if (!seats.isEmpty()) {
                var labels = zones.isEmpty() && !isParterre() ? List.of(label(middle, top)) : List.<SeatPlan.Area>of();
                zones.add(new SeatPlan.Zone(zoneName(section), seats, labels));
            }
        }
        return zones;
    }

    private String zoneName(int section) {
        var number = section + 1;
        return sections == 1
                ? names.text()
                : new BothNames(names.korean() + " " + number + "구역", names.english() + ", section " + number).text();
    }

    private SeatPlan.Row row(int index, int section, double middle, double top, PriceLevels levels) {
        var row = rows.get(index);
        var rowName = rowName(index);
        var number = 1;
        for (var before = 0; before < section; before++) {
            number += row.sections().get(before).size();
        }
        var seats = new ArrayList<SeatPlan.Seat>();
        for (var angle : row.sections().get(section)) {
            seats.add(new SeatPlan.Seat(
                    letter + "-" + rowName + "-" + number,
                    Integer.toString(number++),
                    HallPlan.round(middle + row.radius() * Math.sin(angle)),
                    HallPlan.round(top + row.radius() * Math.cos(angle)),
                    levels.of(this, index, section)));
        }
        return new SeatPlan.Row(rowName, seats);
    }

    private boolean isParterre() {
        return letter.equals("P");
    }

    /** Just before the first row. */
    private SeatPlan.Area label(double middle, double top) {
        return new SeatPlan.Area(
                SeatPlan.Shape.TEXT,
                middle,
                HallPlan.round(top + firstRadius() - LABEL_DISTANCE),
                0,
                0,
                0,
                List.of(),
                "#444444",
                names.text());
    }

    /** A to Z, then AA, AB and on. */
    static String rowName(int index) {
        var letters = "";
        for (var rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('A' + rest % 26) + letters;
        }
        return letters;
    }
}
