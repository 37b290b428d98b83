package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.HotelClock;
import io.jari.rate.Tariff;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.IntUnaryOperator;

/** Today's price and terms of a stay. */
final class Pricing {
    private Pricing() {}

    /**
     * @param percentSold of an epoch day
     */
    static Terms terms(Tariff tariff, Claim claim, Instant now, IntUnaryOperator percentSold) {
        var clock = new HotelClock(tariff.zone());
        var nights = claim.nights();
        var prices = new long[nights.nights()];
        for (var i = 0; i < prices.length; i++) {
            var night = nights.start().plusDays(i);
            prices[i] = tariff.price(
                    claim.roomTypeId(),
                    night,
                    percentSold.applyAsInt(nights.startDay() + i),
                    clock.leadDays(night, now));
        }
        var terms = tariff.cancellation(nights, claim.rooms(), prices);
        return new Terms(
                tariff.currency(),
                prices,
                terms.freeUntil().truncatedTo(ChronoUnit.SECONDS),
                terms.feeAfter().minor());
    }
}
