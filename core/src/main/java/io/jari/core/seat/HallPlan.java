package io.jari.core.seat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws halls of any size: a stage, curved rows around it in sections with aisles between them, and balconies behind. The
 * same wish gives the same hall.
 */
public final class HallPlan {
    /** The most seats that a hall may have. */
    public static final int MOST_SEATS = 60_000;

    /** The most balconies that a hall may have. */
    public static final int MOST_BALCONIES = 3;

    /** No two seats' middles are closer, so a seat may be drawn as a circle of this width. */
    public static final double SEAT_WIDTH = 18;

    /** Of all seats, in percent: the parterre first, then the balconies from the lowest. */
    private static final int[][] SHARES = {{100}, {66, 34}, {55, 27, 18}, {46, 24, 17, 13}};

    private static final double PARTERRE_HALF_ANGLE = Math.toRadians(50);
    private static final double WIDER_A_BALCONY = Math.toRadians(4);
    private static final double BALCONY_GAP = 130;
    private static final double LEAST_RADIUS = 140;
    /** The parterre's last row is about so many times as far from the middle of the circles as its first. */
    private static final double DEPTH = 3;

    private static final double MARGIN = 60;

    private HallPlan() {}

    /**
     * A hall.
     *
     * @param seats exactly so many, 1 to {@link #MOST_SEATS}
     * @param balconies 0 to {@link #MOST_BALCONIES}; those that would have no seat are left out
     * @throws IllegalArgumentException beyond these
     */
    public static SeatPlan of(int seats, int balconies) {
        if (seats < 1 || seats > MOST_SEATS || balconies < 0 || balconies > MOST_BALCONIES) {
            throw new IllegalArgumentException(seats + " seats, " + balconies + " balconies");
        }
        var tiers = tiers(seats, balconies);
        var levels = PriceLevels.of(tiers);
        var stage = Stage.before(tiers.getFirst().firstRadius());
        var widest = tiers.stream()
                .mapToDouble(tier -> tier.lastRadius() * Math.sin(tier.halfAngle()))
                .max()
                .orElseThrow();
        var middle = round(Math.max(widest, stage.halfWidth()) + MARGIN);
        var top = round(MARGIN - stage.top());
        var zones = new ArrayList<SeatPlan.Zone>();
        zones.add(new SeatPlan.Zone(Stage.NAMES.text(), List.of(), List.of(stage.area(middle, top))));
        for (var tier : tiers) {
            zones.addAll(tier.zones(middle, top, levels));
        }
        return new SeatPlan(
                "Hall of %d seats".formatted(seats),
                levels.categories(),
                2 * middle,
                round(top + tiers.getLast().lastRadius() + MARGIN),
                zones);
    }

    private static List<Tier> tiers(int seats, int balconies) {
        var counts = counts(seats, SHARES[balconies]);
        var tiers = new ArrayList<Tier>();
        var radius = firstRadius(counts.getFirst());
        for (var i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                var tier = Tier.of(
                        new BothNames((i + 1) + "층", i == 0 ? "Parterre" : "Balcony " + i),
                        i == 0 ? "P" : "B" + i,
                        counts.get(i),
                        radius,
                        PARTERRE_HALF_ANGLE + i * WIDER_A_BALCONY);
                tiers.add(tier);
                radius = tier.lastRadius() + BALCONY_GAP;
            }
        }
        return tiers;
    }

    private static List<Integer> counts(int seats, int[] shares) {
        var counts = IntStream.of(shares)
                .mapToObj(share -> (int) ((long) seats * share / 100))
                .toList();
        var rest = seats - counts.stream().mapToInt(Integer::intValue).sum();
        var all = new ArrayList<>(counts);
        all.set(0, counts.getFirst() + rest);
        return all;
    }

    /** From the area that the seats of a ring's sector take. */
    private static double firstRadius(int seats) {
        var area = seats * Tier.SEAT_PITCH * Tier.ROW_PITCH / 0.85;
        return Math.max(LEAST_RADIUS, Math.sqrt(area / (PARTERRE_HALF_ANGLE * (DEPTH * DEPTH - 1))));
    }

    /** To a tenth of a unit, which is what plans are written with. */
    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
