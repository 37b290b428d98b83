package io.jari.console.revenue;

import io.jari.console.revenue.FiguresPage.Row;
import io.jari.console.revenue.FiguresPage.Sum;
import io.jari.page.Plot;
import io.jari.page.Texts;
import io.jari.revenue.FigureBodies.FiguresBody;
import io.jari.revenue.FigureBodies.FiguresNight;
import io.jari.revenue.Figures;
import io.quarkus.qute.RawString;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Figures as sums, plots and rows. */
final class FigureViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d");
    private static final String NONE = "–";

    private final Texts t;
    private final FiguresBody found;

    FigureViews(Texts t, FiguresBody found) {
        this.t = t;
        this.found = found;
    }

    List<Sum> sums() {
        var total = found.total();
        return List.of(
                sum("occupancy", percent(total.sold(), total.rooms())),
                sum("sold", Texts.number(total.sold())),
                sum("revenue", t.money(total.revenue(), found.currency())),
                sum("daily", money(total.averageDailyRate())),
                sum("available", money(total.revenuePerAvailableRoom())),
                sum("made", Texts.number(total.reservationsMade())),
                sum("canceled", Texts.number(total.canceled())),
                sum("no-shows", Texts.number(total.noShows())));
    }

    private Sum sum(String what, String value) {
        return new Sum(t.say("revenue.figure." + what), value);
    }

    List<RawString> plots() {
        DoubleFunction<String> money = value -> t.money(Math.round(value), found.currency());
        return List.of(
                plot("occupancy", value -> String.format(Locale.ROOT, "%.0f %%", value))
                        .bars(t.say("revenue.figure.occupancy"), values(FigureViews::occupancy))
                        .upTo(100)
                        .figure(),
                plot("revenue", money)
                        .bars(t.say("revenue.figure.revenue"), values(FiguresNight::revenue))
                        .figure(),
                plot("rates", money)
                        .line(t.say("revenue.figure.daily"), values(night -> each(night, night.sold())))
                        .line(t.say("revenue.figure.available"), values(night -> each(night, night.rooms())))
                        .figure(),
                plot("pickup", FigureViews::whole)
                        .bars(t.say("revenue.figure.room-nights-made"), values(this::pickup))
                        .figure(),
                plot("lost", FigureViews::whole)
                        .bars(t.say("revenue.figure.canceled"), values(FiguresNight::canceled))
                        .line(t.say("revenue.figure.no-shows"), values(FiguresNight::noShows))
                        .figure());
    }

    private Plot plot(String title, DoubleFunction<String> words) {
        var labels =
                found.nights().stream().map(night -> DAY.format(night.date())).toList();
        var today = (int) (found.today().toEpochDay() - found.startDate().toEpochDay());
        return new Plot(t.say("revenue.plot." + title), labels, words).mark(today, t.say("revenue.today"));
    }

    private double[] values(ToDoubleFunction<FiguresNight> figure) {
        return found.nights().stream().mapToDouble(figure).toArray();
    }

    private static double occupancy(FiguresNight night) {
        return night.rooms() == 0 ? Double.NaN : night.sold() * 100.0 / night.rooms();
    }

    private static double each(FiguresNight night, int of) {
        return of == 0 ? Double.NaN : (double) night.revenue() / of;
    }

    /** On days to come nothing was made yet. */
    private double pickup(FiguresNight night) {
        return night.date().isAfter(found.today()) ? Double.NaN : night.roomNightsMade();
    }

    /** Nothing at a line between two whole numbers. */
    private static String whole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9 ? Texts.number(Math.round(value)) : "";
    }

    List<Row> rows() {
        return found.nights().stream()
                .map(night -> new Row(
                        t.date(night.date()),
                        night.rooms(),
                        night.sold(),
                        percent(night.sold(), night.rooms()),
                        t.money(night.revenue(), found.currency()),
                        money(Figures.each(night.revenue(), night.sold())),
                        money(Figures.each(night.revenue(), night.rooms())),
                        night.roomNightsMade(),
                        night.arrivals(),
                        night.canceled(),
                        night.noShows(),
                        night.walked()))
                .toList();
    }

    private String money(@Nullable Long minor) {
        return minor == null ? NONE : t.money(minor, found.currency());
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? NONE : String.format(Locale.ROOT, "%.1f %%", part * 100.0 / whole);
    }
}
