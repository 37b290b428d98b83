package io.jari.console.revenue;

import io.jari.core.money.Money;
import io.jari.page.Form;
import io.jari.page.Texts;
import io.jari.rate.RateChangeBody;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of nights as somebody asks for it, before it is looked at.
 *
 * @param body null: it is flawed, or nothing was asked
 */
record RateForm(
        Set<String> types,
        String start,
        String last,
        Set<String> weekdays,
        String what,
        String amount,
        Flaws flaws,
        @Nullable RateChangeBody body) {
    private static final BigDecimal LEAST_PERCENT = new BigDecimal(-90);
    private static final BigDecimal MOST_PERCENT = new BigDecimal(900);

    /** What is offered at first: all types, this week. */
    static RateForm blank(LocalDate from, Set<String> types) {
        return new RateForm(
                types, from.toString(), from.plusDays(6).toString(), Set.of(), "percent", "", Flaws.NONE, null);
    }

    static RateForm read(Texts t, Form form, Currency currency) {
        var types = form.fields().getOrDefault("type", List.of());
        var weekdays = form.fields().getOrDefault("weekday", List.of());
        var what = form.text("what");
        var amount = form.text("amount");
        var flaws = new HashMap<String, String>();
        var start = date(form.text("start"));
        var last = date(form.text("last"));
        flaw(t, flaws, types.isEmpty(), "roomTypeIDs");
        flaw(t, flaws, start == null, "startDate");
        flaw(t, flaws, last == null || (start != null && last.isBefore(start)), "endDate");
        var rate = what.equals("rate") ? minor(amount, currency) : null;
        var factor = what.equals("percent") ? factor(amount) : null;
        flaw(t, flaws, what.equals("rate") && rate == null, "rate");
        flaw(t, flaws, what.equals("percent") && factor == null, "factor");
        var body = !flaws.isEmpty() || start == null || last == null
                ? null
                : new RateChangeBody(
                        types,
                        start,
                        last.plusDays(1),
                        days(weekdays),
                        rate,
                        factor,
                        what.equals("clear") ? true : null,
                        switch (what) {
                            case "stop" -> true;
                            case "open" -> false;
                            default -> null;
                        },
                        null);
        return new RateForm(
                Set.copyOf(types),
                form.text("start"),
                form.text("last"),
                Set.copyOf(weekdays),
                what,
                amount,
                new Flaws(Map.copyOf(flaws)),
                body);
    }

    RateForm refused(Flaws found) {
        return new RateForm(types, start, last, weekdays, what, amount, found, null);
    }

    private static void flaw(Texts t, Map<String, String> flaws, boolean wrong, String field) {
        if (wrong) {
            flaws.put(field, t.say("revenue.flaw." + field));
        }
    }

    static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static List<DayOfWeek> days(List<String> names) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> names.isEmpty() || names.contains(day.name()))
                .toList();
    }

    /** Minor units of what is written in major ones. */
    static @Nullable Long minor(String text, Currency currency) {
        try {
            return Money.parse(text, currency)
                    .filter(money -> !money.isNegative())
                    .map(Money::minor)
                    .orElse(null);
        } catch (ArithmeticException _) {
            return null;
        }
    }

    /** Of a rise or, below zero, a fall by so many percent. */
    static @Nullable BigDecimal factor(String text) {
        try {
            var percent = new BigDecimal(text.replace("%", "").replace("+", "").strip());
            return percent.compareTo(LEAST_PERCENT) < 0 || percent.compareTo(MOST_PERCENT) > 0 || percent.scale() > 2
                    ? null
                    : percent.movePointLeft(2).add(BigDecimal.ONE);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** The other way round: 15 of 1.15. */
    static String percent(BigDecimal factor) {
        return factor.subtract(BigDecimal.ONE)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
