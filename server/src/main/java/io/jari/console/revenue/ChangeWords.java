package io.jari.console.revenue;

import io.jari.page.Texts;
import io.jari.rate.RateChange;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a recorded change did. */
final class ChangeWords {
    private final Texts t;
    private final String currency;
    private final Map<String, String> typeNames;

    /** @param typeNames by room type id */
    ChangeWords(Texts t, String currency, Map<String, String> typeNames) {
        this.t = t;
        this.currency = currency;
        this.typeNames = typeNames;
    }

    String of(RateChange change) {
        if (change.undoes() != null) {
            return t.say("revenue.change.undoes", change.undoes());
        }
        return switch (change.kind()) {
            case "rules" -> t.say("revenue.change.rules");
            case "card" -> t.say("revenue.change.card", type(change.change().get("roomTypeID")));
            default -> nights(change.change());
        };
    }

    String type(@Nullable Object id) {
        return typeNames.getOrDefault(String.valueOf(id), "#" + id);
    }

    private String nights(Map<String, Object> asked) {
        var types = list(asked.get("roomTypeIDs"));
        var named = types.size() == typeNames.size()
                ? t.say("revenue.change.all-types")
                : types.stream().map(this::type).collect(Collectors.joining(", "));
        var first = LocalDate.parse(String.valueOf(asked.get("startDate")));
        var last = LocalDate.parse(String.valueOf(asked.get("endDate"))).minusDays(1);
        var dates = first.equals(last) ? t.date(first) : t.dates(first, last);
        var weekdays = list(asked.get("weekdays"));
        var on = weekdays.size() == 7 ? "" : " (" + weekdays(weekdays) + ")";
        return String.join("; ", effects(asked)) + " · " + named + " · " + dates + on;
    }

    private List<String> effects(Map<String, Object> asked) {
        var effects = new ArrayList<String>();
        if (asked.get("rate") instanceof Number rate) {
            effects.add(t.say("revenue.change.rate", t.money(rate.longValue(), currency)));
        }
        if (asked.get("factor") != null) {
            var percent = RateForm.percent(new BigDecimal(String.valueOf(asked.get("factor"))));
            effects.add(t.say("revenue.change.percent", percent.startsWith("-") ? percent : "+" + percent));
        }
        if (Boolean.TRUE.equals(asked.get("clear"))) {
            effects.add(t.say("revenue.change.clear"));
        }
        if (asked.get("stopSale") instanceof Boolean stop) {
            effects.add(t.say(stop ? "revenue.change.stop" : "revenue.change.open"));
        }
        return effects;
    }

    private String weekdays(List<?> names) {
        return names.stream()
                .map(name -> weekday(t, DayOfWeek.valueOf(String.valueOf(name))))
                .collect(Collectors.joining(", "));
    }

    static String weekday(Texts t, DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, t.language().locale());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
