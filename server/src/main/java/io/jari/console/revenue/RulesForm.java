package io.jari.console.revenue;

import io.jari.page.Form;
import io.jari.page.Texts;
import io.jari.rate.PricingRulesBody;
import io.jari.rate.PricingRulesBody.SeasonBody;
import io.jari.rate.PricingRulesBody.StepBody;
import io.jari.rate.Versioned;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pricing rules as people say them: rises and falls in percent.
 *
 * @param body null: they are flawed
 */
record RulesForm(
        String version,
        List<Season> seasons,
        List<Weekday> weekdays,
        List<StepRow> occupancy,
        List<StepRow> leadTime,
        Flaws flaws,
        @Nullable PricingRulesBody body) {
    private static final int BLANK_ROWS = 2;

    /** @param last the last night of the season */
    record Season(String from, String last, String percent, String name) {
        boolean blank() {
            return (from + last + percent + name).isEmpty();
        }
    }

    record Weekday(String name, String percent) {}

    /** From a value upwards. */
    record StepRow(String from, String percent) {
        boolean blank() {
            return (from + percent).isEmpty();
        }
    }

    /** As they are, with room for more. */
    static RulesForm of(Texts t, Versioned<PricingRulesBody> present) {
        var rules = present.value();
        var seasons = new ArrayList<Season>();
        for (var season : orNone(rules.seasons())) {
            seasons.add(new Season(
                    season.from().toString(),
                    season.to().minusDays(1).toString(),
                    RateForm.percent(season.factor()),
                    season.name()));
        }
        var weekdays = new ArrayList<Weekday>();
        for (var day : DayOfWeek.values()) {
            var factors = orNone(rules.weekdays());
            var factor = factors.isEmpty() ? BigDecimal.ONE : factors.get(day.getValue() - 1);
            weekdays.add(new Weekday(ChangeWords.weekday(t, day), RateForm.percent(factor)));
        }
        return new RulesForm(
                Integer.toString(present.version()),
                withRoom(seasons, new Season("", "", "", "")),
                weekdays,
                withRoom(rows(rules.occupancy()), new StepRow("", "")),
                withRoom(rows(rules.leadTime()), new StepRow("", "")),
                Flaws.NONE,
                rules);
    }

    private static List<StepRow> rows(@Nullable List<StepBody> steps) {
        return orNone(steps).stream()
                .map(step -> new StepRow(Integer.toString(step.from()), RateForm.percent(step.factor())))
                .toList();
    }

    private static <T> List<T> withRoom(List<T> rows, T blank) {
        var all = new ArrayList<T>(rows);
        for (var i = 0; i < BLANK_ROWS; i++) {
            all.add(blank);
        }
        return all;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** As they were typed. */
    static RulesForm read(Texts t, Form form) {
        var seasons = new ArrayList<Season>();
        for (var i = 0; i < many(form, "sf"); i++) {
            seasons.add(new Season(at(form, "sf", i), at(form, "sl", i), at(form, "sp", i), at(form, "sn", i)));
        }
        var weekdays = new ArrayList<Weekday>();
        for (var day : DayOfWeek.values()) {
            weekdays.add(new Weekday(ChangeWords.weekday(t, day), at(form, "w", day.getValue() - 1)));
        }
        var occupancy = steps(form, "o");
        var leadTime = steps(form, "l");
        var flaws = new HashMap<String, String>();
        var body = new PricingRulesBody(
                seasonBodies(t, flaws, seasons),
                weekdayFactors(t, flaws, weekdays),
                stepBodies(t, flaws, "occupancy", occupancy),
                stepBodies(t, flaws, "leadTime", leadTime));
        return new RulesForm(
                form.text("v"),
                seasons,
                weekdays,
                occupancy,
                leadTime,
                new Flaws(Map.copyOf(flaws)),
                flaws.isEmpty() ? body : null);
    }

    RulesForm refused(Flaws found) {
        return new RulesForm(version, seasons, weekdays, occupancy, leadTime, found, null);
    }

    private static List<StepRow> steps(Form form, String name) {
        var rows = new ArrayList<StepRow>();
        for (var i = 0; i < many(form, name + "f"); i++) {
            rows.add(new StepRow(at(form, name + "f", i), at(form, name + "p", i)));
        }
        return rows;
    }

    private static int many(Form form, String name) {
        return form.fields().getOrDefault(name, List.of()).size();
    }

    private static String at(Form form, String name, int i) {
        var all = form.fields().getOrDefault(name, List.of());
        return i < all.size() ? all.get(i).strip() : "";
    }

    private static List<SeasonBody> seasonBodies(Texts t, Map<String, String> flaws, List<Season> seasons) {
        var bodies = new ArrayList<SeasonBody>();
        for (var season : seasons) {
            if (season.blank()) {
                continue;
            }
            LocalDate from = RateForm.date(season.from());
            LocalDate last = RateForm.date(season.last());
            BigDecimal factor = RateForm.factor(season.percent());
            if (from == null || last == null || factor == null || season.name().isEmpty()) {
                flaws.put("seasons", t.say("revenue.rules.flaw.seasons"));
            } else {
                bodies.add(new SeasonBody(from, last.plusDays(1), factor, season.name()));
            }
        }
        return bodies;
    }

    private static List<BigDecimal> weekdayFactors(Texts t, Map<String, String> flaws, List<Weekday> weekdays) {
        var factors = new ArrayList<BigDecimal>();
        for (var day : weekdays) {
            var factor = day.percent().isEmpty() ? BigDecimal.ONE : RateForm.factor(day.percent());
            if (factor == null) {
                flaws.put("weekdays", t.say("revenue.rules.flaw.weekdays"));
            } else {
                factors.add(factor);
            }
        }
        return factors;
    }

    private static List<StepBody> stepBodies(Texts t, Map<String, String> flaws, String field, List<StepRow> rows) {
        var bodies = new ArrayList<StepBody>();
        for (var row : rows) {
            if (row.blank()) {
                continue;
            }
            var factor = RateForm.factor(row.percent());
            if (factor == null || !row.from().matches("[0-9]{1,3}")) {
                flaws.put(field, t.say("revenue.rules.flaw." + field));
            } else {
                bodies.add(new StepBody(Integer.parseInt(row.from()), factor));
            }
        }
        return bodies;
    }
}
