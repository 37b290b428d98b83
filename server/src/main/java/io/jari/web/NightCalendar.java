package io.jari.web;

import io.jari.booking.AvailabilityBody;
import io.jari.core.stay.NightRange;
import io.jari.page.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A month of nights, each with the lowest price for which it can be had: the fragment {@code web/calendar}. Choosing one moves the stay there.
 *
 * @param before the address of the month before; null: it has passed
 */
public record NightCalendar(
        String month, @Nullable String before, String after, List<String> weekdays, List<List<Day>> weeks) {
    private static final int DAYS = 7;

    /**
     * A night, or a place of the first or last week that belongs to another month.
     *
     * @param state free, few, full, past or none
     * @param link to the same stay from this night on; null where it cannot begin here
     * @param chosen whether the stay that is wished sleeps here
     */
    public record Day(
            String number,
            String words,
            String state,
            @Nullable String price,
            @Nullable String link,
            boolean chosen) {
        static final Day NONE = new Day("", "", "none", null, null, false);
    }

    /** The month that a visitor asks for, or else that of the stay that is wished. */
    static YearMonth month(@Nullable String asked, Wish wish, LocalDate today) {
        var month = asked != null && asked.matches("20[2-9][0-9]-(0[1-9]|1[0-2])")
                ? YearMonth.parse(asked)
                : YearMonth.from(wish.startDate());
        var first = YearMonth.from(today);
        return month.isBefore(first) ? first : month;
    }

    static NightRange nights(YearMonth month) {
        return NightRange.from(month.atDay(1), month.lengthOfMonth());
    }

    /** @param page the address of the page that shows it, without a query */
    static NightCalendar of(Texts t, AvailabilityBody free, YearMonth month, Wish wish, String page, LocalDate today) {
        var locale = t.language().locale();
        var days = new ArrayList<Day>();
        var lead = month.atDay(1).getDayOfWeek().getValue() % DAYS;
        IntStream.range(0, lead).forEach(_ -> days.add(Day.NONE));
        for (var day = 0; day < month.lengthOfMonth(); day++) {
            days.add(day(t, free, day, month.atDay(day + 1), wish, page));
        }
        while (days.size() % DAYS != 0) {
            days.add(Day.NONE);
        }
        return new NightCalendar(
                t.month(month),
                month.isAfter(YearMonth.from(today)) ? link(page, wish, month.minusMonths(1)) : null,
                link(page, wish, month.plusMonths(1)),
                IntStream.range(0, DAYS)
                        .mapToObj(d -> DayOfWeek.SUNDAY.plus(d).getDisplayName(TextStyle.SHORT, locale))
                        .toList(),
                IntStream.range(0, days.size() / DAYS)
                        .mapToObj(week -> List.copyOf(days.subList(week * DAYS, (week + 1) * DAYS)))
                        .toList());
    }

    private static String link(String page, Wish wish, YearMonth month) {
        return page + "?" + wish.query() + "&month=" + month + "#calendar";
    }

    private static Day day(Texts t, AvailabilityBody free, int index, LocalDate date, Wish wish, String page) {
        var best = cheapest(free.roomTypes(), index);
        var number = Integer.toString(date.getDayOfMonth());
        var chosen = !date.isBefore(wish.startDate()) && date.isBefore(wish.endDate());
        if (best.isEmpty()) {
            var past = free.roomTypes().stream()
                    .anyMatch(type -> "past".equals(type.nights().get(index).reason()));
            return new Day(number, t.date(date), past ? "past" : "full", null, null, chosen);
        }
        var night = best.get();
        return new Day(
                number,
                t.date(date) + ", " + t.money(night.price(), free.currency()),
                night.left() == null ? "free" : "few",
                t.compact(night.price(), free.currency()),
                page + "?" + wish.from(date).query() + "#rooms",
                chosen);
    }

    private static Optional<AvailabilityBody.Night> cheapest(List<AvailabilityBody.Type> types, int index) {
        return types.stream()
                .map(type -> type.nights().get(index))
                .filter(AvailabilityBody.Night::available)
                .min(Comparator.comparingLong(AvailabilityBody.Night::price));
    }
}
