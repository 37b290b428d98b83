package io.jari.console.revenue;

import io.jari.console.revenue.PricesPage.CardForm;
import io.jari.console.revenue.PricesPage.Night;
import io.jari.console.revenue.PricesPage.Point;
import io.jari.console.revenue.PricesPage.TypePrices;
import io.jari.core.money.Money;
import io.jari.page.Language;
import io.jari.page.Plot;
import io.jari.page.Texts;
import io.jari.rate.PriceCurve;
import io.jari.rate.PriceCurve.AtOccupancy;
import io.jari.rate.PriceLook;
import io.jari.rate.PricingRulesBody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws what a room type costs. */
final class PriceViews {
    private static final int NIGHTS = 14;
    private static final int STEP = 5;
    private static final List<Integer> OCCUPANCIES =
            IntStream.rangeClosed(0, 100 / STEP).map(i -> i * STEP).boxed().toList();

    private final Texts t;
    private final PriceLook prices;
    private final int hotelId;
    private final String currency;

    PriceViews(Texts t, PriceLook prices, int hotelId, String currency) {
        this.t = t;
        this.prices = prices;
        this.hotelId = hotelId;
        this.currency = currency;
    }

    /** @param tried rules that are not in force; null: none are tried */
    TypePrices of(int typeId, String name, LocalDate night, CardForm card, @Nullable PricingRulesBody tried) {
        var end = night.plusDays(NIGHTS);
        var now = prices.curve(hotelId, typeId, night, end, OCCUPANCIES);
        var then = tried == null ? null : prices.curve(hotelId, typeId, night, night.plusDays(1), OCCUPANCIES, tried);
        return new TypePrices(
                Integer.toString(typeId),
                name,
                drawn(name, night, first(now), then == null ? List.of() : first(then))
                        .figure(),
                points(first(now), then == null ? List.of() : first(then)),
                tried != null,
                now.nights().stream().map(this::night).toList(),
                card);
    }

    private static List<AtOccupancy> first(PriceCurve curve) {
        return curve.nights().isEmpty() ? List.of() : curve.nights().getFirst().atOccupancy();
    }

    private Plot drawn(String name, LocalDate night, List<AtOccupancy> now, List<AtOccupancy> then) {
        var labels = now.stream().map(at -> at.occupancy() + "%").toList();
        var plot = new Plot(
                t.say("revenue.curve.title", name, t.date(night)), labels, value -> t.money((long) value, currency));
        if (!now.isEmpty()) {
            plot.steps(t.say("revenue.curve.now"), prices(now));
        }
        if (!then.isEmpty()) {
            plot.steps(t.say("revenue.curve.then"), prices(then));
        }
        return plot;
    }

    private static double[] prices(List<AtOccupancy> curve) {
        return curve.stream().mapToDouble(AtOccupancy::price).toArray();
    }

    private List<Point> points(List<AtOccupancy> now, List<AtOccupancy> then) {
        var points = new ArrayList<Point>();
        for (var i = 0; i < now.size(); i++) {
            points.add(new Point(
                    now.get(i).occupancy(),
                    t.money(now.get(i).price(), currency),
                    then.isEmpty() ? "" : t.money(then.get(i).price(), currency)));
        }
        return points;
    }

    private Night night(PriceCurve.Night night) {
        var why = new ArrayList<String>();
        night.factors().forEach(factor -> why.add(t.language() == Language.KO ? factor.ko() : factor.en()));
        if (night.bound() != null) {
            why.add(t.say("revenue.bound." + night.bound()));
        }
        return new Night(
                t.shortDate(night.date()),
                night.stopSale(),
                night.percentSold(),
                t.money(night.rate(), currency),
                night.overridden(),
                why,
                t.money(night.price(), currency));
    }

    /** As a field has it. */
    String major(long minor) {
        return Money.of(minor, currency).major().toPlainString();
    }
}
