package io.jari.load;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The room types a made-up hotel chooses from, in the order in which it takes them. */
final class RoomCatalog {
    /**
     * @param percent of the price of a standard room
     * @param share of a hotel's rooms, against the other grades
     */
    private record Grade(String code, String ko, String en, int percent, int share) {}

    /** @param abroad what stands in its place outside Korea */
    private record Layout(String code, Words name, Words abroad, Words text, int guests, int percent) {}

    private static final List<Grade> GRADES = List.of(
            new Grade("STD", "스탠다드", "Standard", 100, 30),
            new Grade("SUP", "슈페리어", "Superior", 118, 22),
            new Grade("DLX", "디럭스", "Deluxe", 138, 18),
            new Grade("PRM", "프리미어", "Premier", 165, 12),
            new Grade("EXE", "이그제큐티브", "Executive", 195, 8),
            new Grade("JRS", "주니어 스위트", "Junior Suite", 250, 5),
            new Grade("STE", "스위트", "Suite", 340, 3),
            new Grade("ROY", "로열 스위트", "Royal Suite", 620, 2));

    private static final List<Layout> LAYOUTS = List.of(
            layout("D", "더블", "Double", "퀸 침대 하나, 두 분이 머무는 방.", "One queen bed; a room for two.", 2, 100),
            layout("T", "트윈", "Twin", "싱글 침대 둘, 넓은 책상.", "Two single beds and a wide desk.", 2, 104),
            layout(
                    "F",
                    "패밀리",
                    "Family",
                    "더블 침대와 싱글 침대 둘, 온 가족의 방.",
                    "A double and two single beds, for all the family.",
                    4,
                    140),
            new Layout(
                    "O",
                    new Words("온돌", "Ondol"),
                    new Words("스튜디오", "Studio"),
                    new Words("조리대가 있는, 신을 벗고 쉬는 방.", "A room to take your shoes off in, with a kitchenette."),
                    4,
                    115),
            layout("3", "트리플", "Triple", "싱글 침대 셋.", "Three single beds.", 3, 122));

    /** As many types as there are. */
    static final int SIZE = GRADES.size() * LAYOUTS.size();

    private RoomCatalog() {}

    /** The first {@code types} of them, with {@code rooms} rooms shared out, at a hotel of this price level. */
    static List<RoomTypePlan> choose(int types, int rooms, Place place, int levelPercent, RandomGenerator random) {
        var counts = share(types, rooms);
        var plans = new ArrayList<RoomTypePlan>();
        for (var i = 0; i < types; i++) {
            var grade = GRADES.get(i % GRADES.size());
            var layout = LAYOUTS.get(i / GRADES.size());
            var name = place.country().equals("KR") ? layout.name : layout.abroad;
            var spread = random.nextInt(96, 106);
            var exact = usual(place.currency())
                    * levelPercent
                    / 100.0
                    * grade.percent
                    / 100
                    * layout.percent
                    / 100
                    * spread
                    / 100;
            var base = rounded(exact, place.currency());
            plans.add(new RoomTypePlan(
                    grade.code + "-" + layout.code,
                    new Words(grade.ko + " " + name.ko(), grade.en + " " + name.en()),
                    layout.text,
                    layout.guests,
                    i % GRADES.size() * 10 + (layout.guests > 2 ? 5 : 0),
                    base,
                    rounded(base * 0.6, place.currency()),
                    rounded(base * 3.0, place.currency()),
                    counts[i]));
        }
        return plans;
    }

    /** Minor units of what a plain room costs at level 100. */
    private static long usual(String currency) {
        return switch (currency) {
            case "KRW" -> 78_000;
            case "JPY" -> 8_500;
            case "EUR" -> 7_800;
            default -> 8_200;
        };
    }

    /** Whole thousands of won, hundreds of yen, euros and dollars: prices as people write them. */
    private static long rounded(double minorUnits, String currency) {
        var step = currency.equals("KRW") ? 1_000 : 100;
        return Math.max(step, Math.round(minorUnits / step) * step);
    }

    /** At least one room of each type; what remains goes where most people stay. */
    private static int[] share(int types, int rooms) {
        var weight = 0;
        for (var i = 0; i < types; i++) {
            weight += GRADES.get(i % GRADES.size()).share;
        }
        var counts = new int[types];
        var left = rooms - types;
        for (var i = 0; i < types; i++) {
            counts[i] = 1 + (rooms - types) * GRADES.get(i % GRADES.size()).share / weight;
            left -= counts[i] - 1;
        }
        for (var i = 0; left > 0; i = (i + 1) % types) {
            counts[i]++;
            left--;
        }
        return counts;
    }

    private static Layout layout(
            String code, String ko, String en, String textKo, String textEn, int guests, int percent) {
        var name = new Words(ko, en);
        return new Layout(code, name, name, new Words(textKo, textEn), guests, percent);
    }
}
