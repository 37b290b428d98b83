package io.jari.core.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a hotel's rates move.
 *
 * @param seasons where several contain a night, the last in order wins; at most {@link #MAX_SEASONS}
 * @param weekdays seven factors, Monday first, by the night's local weekday
 * @param occupancy steps by percent of the room type sold that night, ascending; at most {@link #MAX_STEPS}
 * @param leadTime steps by days from the hotel's today to the night, ascending; at most {@link #MAX_STEPS}
 */
public record PricingRules(List<Season> seasons, List<BigDecimal> weekdays, List<Step> occupancy, List<Step> leadTime) {

    public static final int MAX_SEASONS = 100;
    public static final int MAX_STEPS = 50;

    private static final int MAX_PERCENT = 200;
    private static final int MAX_DAYS = 730;
    private static final int MAX_NAME = 80;
    private static final String FACTOR = "must be 0.1 to 10 with at most four decimals";

    /** Prices that do not move. */
    public static final PricingRules NONE =
            new PricingRules(List.of(), Collections.nCopies(7, BigDecimal.ONE), List.of(), List.of());

    /** Throws {@link IllegalArgumentException} for what {@link #check} finds. */
    public PricingRules {
        seasons = List.copyOf(seasons);
        weekdays = List.copyOf(weekdays);
        occupancy = List.copyOf(occupancy);
        leadTime = List.copyOf(leadTime);
        var flaws = flaws(seasons, weekdays, occupancy, leadTime);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.toString());
        }
    }

    /** Rules from settings as they came in. */
    public static Checked<PricingRules> check(
            List<Season> seasons, List<BigDecimal> weekdays, List<Step> occupancy, List<Step> leadTime) {
        var flaws = flaws(seasons, weekdays, occupancy, leadTime);
        return flaws.isEmpty()
                ? new Checked.Valid<>(new PricingRules(seasons, weekdays, occupancy, leadTime))
                : new Checked.Invalid<>(flaws);
    }

    private static List<Checked.Flaw> flaws(
            List<Season> seasons, List<BigDecimal> weekdays, List<Step> occupancy, List<Step> leadTime) {
        var flaws = new ArrayList<Checked.Flaw>();
        if (seasons.size() > MAX_SEASONS) {
            flaws.add(new Checked.Flaw("seasons", "must be at most " + MAX_SEASONS));
        }
        for (int i = 0; i < seasons.size(); i++) {
            season("seasons/" + i, seasons.get(i), flaws);
        }
        if (weekdays.size() != 7) {
            flaws.add(new Checked.Flaw("weekdays", "must be seven, Monday first"));
        }
        for (int i = 0; i < weekdays.size(); i++) {
            if (!Factor.valid(weekdays.get(i))) {
                flaws.add(new Checked.Flaw("weekdays/" + i, FACTOR));
            }
        }
        steps("occupancy", occupancy, MAX_PERCENT, flaws);
        steps("leadTime", leadTime, MAX_DAYS, flaws);
        return flaws;
    }

    private static void season(String field, Season season, List<Checked.Flaw> flaws) {
        if (season.from().getYear() < 1970 || season.to().getYear() > 9999) {
            flaws.add(new Checked.Flaw(field + "/from", "must lie in the years 1970 to 9999"));
        }
        if (!season.to().isAfter(season.from())) {
            flaws.add(new Checked.Flaw(field + "/to", "must be after from"));
        }
        if (!Factor.valid(season.factor())) {
            flaws.add(new Checked.Flaw(field + "/factor", FACTOR));
        }
        if (season.name().isBlank() || season.name().length() > MAX_NAME) {
            flaws.add(new Checked.Flaw(field + "/name", "must have 1 to " + MAX_NAME + " characters"));
        }
    }

    private static void steps(String field, List<Step> steps, int max, List<Checked.Flaw> flaws) {
        if (steps.size() > MAX_STEPS) {
            flaws.add(new Checked.Flaw(field, "must be at most " + MAX_STEPS));
        }
        for (int i = 0; i < steps.size(); i++) {
            int from = steps.get(i).from();
            if (from < 0 || from > max) {
                flaws.add(new Checked.Flaw(field + "/" + i + "/from", "must be 0 to " + max));
            }
            if (i > 0 && from <= steps.get(i - 1).from()) {
                flaws.add(new Checked.Flaw(field + "/" + i + "/from", "must be above the step before"));
            }
            if (!Factor.valid(steps.get(i).factor())) {
                flaws.add(new Checked.Flaw(field + "/" + i + "/factor", FACTOR));
            }
        }
    }
}
