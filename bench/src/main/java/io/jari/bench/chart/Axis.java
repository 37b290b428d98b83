package io.jari.bench.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A scale with its marks. Dates are counted in days since 1970.
 *
 * @param label what a place on it is called
 * @param growth whose equal steps are equally long on it
 */
public record Axis(
        String title,
        double from,
        double to,
        List<Mark> marks,
        DoubleFunction<String> label,
        DoubleUnaryOperator growth) {
    private static final int MARKS = 6;
    /** More than these, and nothing is marked between them. */
    private static final int MOST_POWERS = 3;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /** A place on the axis and what stands beside it. */
    public record Mark(double at, String label) {}

    /** From zero to a round number not below {@code highest}, marked at multiples of 1, 2 or 5 times a power of ten. */
    public static Axis upTo(String title, double highest) {
        var step = step(Math.max(highest, 1e-9) / MARKS);
        var count = (int) Math.max(1, Math.ceil(highest / step - 1e-9));
        var marks = new ArrayList<Mark>();
        for (var i = 0; i <= count; i++) {
            marks.add(new Mark(i * step, number(i * step)));
        }
        return new Axis(title, 0, count * step, List.copyOf(marks), Axis::number, DoubleUnaryOperator.identity());
    }

    /**
     * Tenfold is equally far everywhere: for what is small beside something great. From a power of ten to another, marked between them
     * where there is room. What is below stands at its begin.
     *
     * @param lowest above 0
     */
    public static Axis tenfold(String title, double lowest, double highest) {
        var first = (int) Math.floor(Math.log10(lowest) + 1e-9);
        var last = Math.max(first + 1, (int) Math.ceil(Math.log10(highest) - 1e-9));
        var between = last - first > MOST_POWERS ? List.of(1) : List.of(1, 2, 5);
        var marks = IntStream.rangeClosed(first, last)
                .mapToObj(power -> between.stream().map(times -> times * Math.pow(10, power)))
                .flatMap(places -> places)
                .filter(place -> place <= Math.pow(10, last))
                .map(place -> new Mark(place, number(place)))
                .toList();
        return new Axis(title, Math.pow(10, first), Math.pow(10, last), marks, Axis::number, Math::log10);
    }

    /** Marked at first days of months, at most about ten of them. */
    public static Axis dates(String title, LocalDate from, LocalDate to) {
        var months = ChronoUnit.MONTHS.between(from, to);
        var every = Stream.of(1, 2, 3, 6, 12, 24, 60)
                .filter(step -> months / step <= 10)
                .findFirst()
                .orElse(120);
        var marks = new ArrayList<Mark>();
        var first = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        for (var day = first; !day.isAfter(to); day = day.plusMonths(every)) {
            marks.add(new Mark(day.toEpochDay(), MONTH.format(day)));
        }
        var end = Math.max(to.toEpochDay(), from.toEpochDay() + 1);
        return new Axis(
                title,
                from.toEpochDay(),
                end,
                List.copyOf(marks),
                day -> LocalDate.ofEpochDay((long) day).toString(),
                DoubleUnaryOperator.identity());
    }

    /** Evenly spaced places with names, at 0, 1, 2 … */
    public static Axis names(String title, List<String> names) {
        var marks = new ArrayList<Mark>();
        for (var name : names) {
            marks.add(new Mark(marks.size(), name));
        }
        return new Axis(
                title,
                -0.5,
                names.size() - 0.5,
                List.copyOf(marks),
                place -> names.get((int) place),
                DoubleUnaryOperator.identity());
    }

    double share(double value) {
        var begin = growth.applyAsDouble(from);
        return (growth.applyAsDouble(Math.max(value, from)) - begin) / (growth.applyAsDouble(to) - begin);
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }

    private static double step(double least) {
        var power = Math.pow(10, Math.floor(Math.log10(least)));
        var steps = List.of(1, 2, 5, 10);
        var factor = steps.stream().filter(s -> s * power >= least * (1 - 1e-9)).findFirst();
        return factor.orElse(10) * power;
    }
}
