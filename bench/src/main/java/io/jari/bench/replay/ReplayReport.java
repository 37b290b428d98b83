package io.jari.bench.replay;

import io.jari.bench.chart.Axis;
import io.jari.bench.chart.BarChart;
import io.jari.bench.chart.LineChart;
import io.jari.bench.chart.Report;
import io.jari.bench.chart.Series;
import io.jari.bench.chart.Series.Point;
import io.jari.bench.chart.Table;
import io.jari.bench.report.Machine;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A replay's result as a page with plots. */
record ReplayReport(ReplayResult result) {
    private static final String SOURCE = """
            The bookings are from Nuno Antonio, Ana de Almeida, Luis Nunes, "Hotel booking demand datasets", \
            Data in Brief 22 (2019) 41-49, https://doi.org/10.1016/j.dib.2018.11.126, licensed under CC BY 4.0 \
            (https://creativecommons.org/licenses/by/4.0/). A part of them was used, unchanged.""";

    Report report() {
        var report = new Report("Real bookings, replayed")
                .summary(result.verdict())
                .figures(result.figures())
                .chart(occupancy(), occupancyCaption())
                .chart(
                        revenue(),
                        "Nights of guests who came, at the price they booked at, and fees of those who did not.")
                .chart(bookings(), "Asked for on each day of the simulated clock, accepted or not.")
                .heading("What was refused");
        addUnlessEmpty(report, result.refusals());
        addUnlessEmpty(report, result.laterRefusals());
        addUnlessEmpty(report, result.flaws());
        addUnlessEmpty(report, result.problems());
        report.heading("How long reserving took")
                .table(result.latencies())
                .heading("Room types")
                .table(types());
        if (!result.invariants().isEmpty()) {
            report.heading("Invariants, checked afterwards on the database").lines(result.invariants());
        }
        return report.heading("How this was made")
                .paragraph(method())
                .paragraph(SOURCE)
                .table(Machine.here().table());
    }

    private LineChart occupancy() {
        var arrivals = result.file().rows();
        var first = arrivals.stream()
                .map(BookingRow::arrival)
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = arrivals.stream()
                .map(BookingRow::departure)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var nights = first.datesUntil(last.plusDays(1)).toList();
        return new LineChart(
                "Occupancy by night",
                Axis.dates("Night", first, last),
                "Rooms",
                List.of(
                        Series.of("slept in", points(nights, result.tally().slept::peak)),
                        Series.of("most ever reserved", points(nights, result.tally().reserved::peak)),
                        Series.limit(
                                "target", points(nights, night -> result.plan().target()))));
    }

    private String occupancyCaption() {
        return String.format(
                Locale.ROOT,
                "%d rooms of %d types, and with %d %% overbooking a target of %d. Types fill one by one: on nights of which one "
                        + "type was full, others had rooms left.",
                result.plan().rooms(),
                result.plan().types().size(),
                HotelPlan.OVERBOOKING_PERCENT,
                result.plan().target());
    }

    private BarChart revenue() {
        var bars = new LinkedHashMap<String, Double>();
        var months = result.tally().cents.ordered();
        if (!months.isEmpty()) {
            for (var month = months.getFirst(); !month.isAfter(months.getLast()); month = month.plusMonths(1)) {
                bars.put(month.toString(), euros(month));
            }
        }
        return new BarChart("Revenue by month", "Month", "EUR", bars);
    }

    private double euros(YearMonth month) {
        return Math.rint(result.tally().cents.of(month) / 100.0);
    }

    private LineChart bookings() {
        var first = result.timeline().firstDay();
        var last = result.timeline().lastDay();
        var days = first.datesUntil(last.plusDays(1)).toList();
        return new LineChart(
                "Bookings per simulated day",
                Axis.dates("Day of booking", first, last),
                "Bookings",
                List.of(Series.of(
                        "asked for", points(days, day -> result.tally().bookedOn.of(day)))));
    }

    private Table types() {
        var rows = result.plan().types().values().stream()
                .map(type -> List.of(
                        type.letter(),
                        Integer.toString(type.rooms()),
                        Integer.toString(type.target()),
                        Integer.toString(type.maxGuests()),
                        String.format(Locale.ROOT, "%.2f", type.baseCents() / 100.0)))
                .toList();
        return new Table(List.of("Type", "Rooms", "Target", "Sleeps", "Mean price, EUR"), rows);
    }

    private String method() {
        return String.format(
                Locale.ROOT,
                "Each row of the file is a booking made its lead time before arrival, and a cancellation, a no-show or a stay "
                        + "afterwards. They were sent to the HTTP API of a running server in the order of their days, its clock "
                        + "moved from moment to moment; all who act at one moment act at once, as %,d guests at most. A hotel "
                        + "was made with the file's room types, so few rooms that guests compete, and each type's mean price "
                        + "of the month. Bad rows were sent like the others. %,d events took %.0f seconds.",
                result.guests(),
                result.timeline().events(),
                result.seconds());
    }

    private static List<Point> points(List<LocalDate> days, ToDoubleFunction<LocalDate> value) {
        return days.stream()
                .map(day -> new Point(day.toEpochDay(), value.applyAsDouble(day)))
                .toList();
    }

    private static void addUnlessEmpty(Report report, Table table) {
        if (!table.rows().isEmpty()) {
            report.table(table);
        }
    }
}
