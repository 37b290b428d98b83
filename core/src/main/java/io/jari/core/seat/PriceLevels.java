package io.jari.core.seat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The categories of a hall: the nearer to the stage and the less from the side, the dearer. A row of a section has one. */
final class PriceLevels {
    private static final int FEW_SEATS = 200;
    private static final int SOME_SEATS = 2_000;
    /** How much farther a seat at the very side counts as one straight ahead. */
    private static final double SIDE = 0.35;

    /** As halls in Korea call them, in colours that people who see fewer of them still tell apart (Okabe and Ito, 2008). */
    private static final List<SeatPlan.Category> ALL = List.of(
            new SeatPlan.Category("VIP", "#D55E00"),
            new SeatPlan.Category("R", "#E69F00"),
            new SeatPlan.Category("S", "#009E73"),
            new SeatPlan.Category("A", "#56B4E9"),
            new SeatPlan.Category("B", "#0072B2"));

    /** Up to which percent of the seats a category reaches, for 3, 4 and 5 of them. */
    private static final int[][] REACHES = {{20, 60, 100}, {15, 45, 75, 100}, {10, 32, 60, 85, 100}};

    private final List<SeatPlan.Category> categories;
    private final Map<Key, Integer> levels;

    private record Key(String letter, int row, int section) {}

    private record Place(Tier tier, int row, int section) {
        Key key() {
            return new Key(tier.letter(), row, section);
        }

        int seats() {
            return tier.rows().get(row).sections().get(section).size();
        }

        double cost() {
            var fromMiddle = Math.abs((section + 0.5) / tier.sections() * 2 - 1);
            return tier.rows().get(row).radius() * (1 + SIDE * fromMiddle * fromMiddle);
        }
    }

    private PriceLevels(List<SeatPlan.Category> categories, Map<Key, Integer> levels) {
        this.categories = categories;
        this.levels = levels;
    }

    static PriceLevels of(List<Tier> tiers) {
        var places = new ArrayList<Place>();
        for (var tier : tiers) {
            for (var row = 0; row < tier.rows().size(); row++) {
                for (var section = 0; section < tier.sections(); section++) {
                    places.add(new Place(tier, row, section));
                }
            }
        }
        places.removeIf(place -> place.seats() == 0);
        places.sort(Comparator.comparingDouble(Place::cost));
        return shared(places);
    }

    private static PriceLevels shared(List<Place> places) {
        var seats = places.stream().mapToInt(Place::seats).sum();
        var reaches = REACHES[seats < FEW_SEATS ? 0 : seats < SOME_SEATS ? 1 : 2];
        var used = new ArrayList<SeatPlan.Category>();
        var levels = new HashMap<Key, Integer>();
        var before = 0;
        for (var place : places) {
            var reach = 0;
            // By the row's middle: its seats stay together.
            while ((before + place.seats() / 2.0) * 100 > (double) reaches[reach] * seats) {
                reach++;
            }
            if (!used.contains(ALL.get(reach))) {
                used.add(ALL.get(reach));
            }
            levels.put(place.key(), used.indexOf(ALL.get(reach)));
            before += place.seats();
        }
        return new PriceLevels(List.copyOf(used), levels);
    }

    List<SeatPlan.Category> categories() {
        return categories;
    }

    int of(Tier tier, int row, int section) {
        var level = levels.get(new Key(tier.letter(), row, section));
        if (level == null) {
            throw new IllegalStateException("no seats in row %d, section %d of %s"
                    .formatted(row, section, tier.names().english()));
        }
        return level;
    }
}
