package io.jari.booking;

import io.jari.booking.BookingBodies.Night;
import io.jari.booking.BookingBodies.Why;
import io.jari.core.price.NightPrice;
import io.jari.core.price.PriceFactor;
import io.jari.core.stay.HotelClock;
import io.jari.http.TextBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says why a night costs what it costs, in Korean and English. */
final class PriceReasons {
    private PriceReasons() {}

    /** The nights of an offer, each with its reasons. */
    static List<Night> nights(Availability.Stock stock, Offer.Free free, Instant now) {
        var clock = new HotelClock(stock.tariff().zone());
        var claim = free.claim();
        var nights = new ArrayList<Night>(claim.nights().nights());
        for (var i = 0; i < claim.nights().nights(); i++) {
            var date = claim.nights().start().plusDays(i);
            var row = stock.nights().row(claim.roomTypeId(), claim.nights().startDay() + i);
            var explained = stock.tariff()
                    .explain(claim.roomTypeId(), date, row == null ? 0 : row.percentSold(), clock.leadDays(date, now));
            nights.add(new Night(date, free.terms().nightlyPrices()[i], of(explained)));
        }
        return nights;
    }

    static List<Why> of(NightPrice price) {
        var reasons = new ArrayList<Why>();
        if (price.overridden()) {
            reasons.add(new Why("override", null, new TextBody("이 날의 특별 요금", "a rate set for this night")));
        }
        price.factors().forEach(factor -> reasons.add(of(factor)));
        switch (price.bound()) {
            case NONE -> {}
            case MIN -> reasons.add(new Why("bound", null, new TextBody("최저 요금", "the lowest rate")));
            case MAX -> reasons.add(new Why("bound", null, new TextBody("최고 요금", "the highest rate")));
        }
        return reasons;
    }

    private static Why of(PriceFactor factor) {
        return new Why(
                factor.kind(),
                factor.factor().toPlainString(),
                new TextBody(factor.explain(Locale.KOREAN), factor.explain(Locale.ENGLISH)));
    }
}
