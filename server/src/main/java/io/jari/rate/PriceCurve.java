package io.jari.rate;

import io.jari.core.price.NightPrice;
import io.jari.core.price.PriceFactor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What coming nights cost, now and at other occupancies, and why. Amounts are minor units for one room. */
public record PriceCurve(
        @Schema(examples = "3") String roomTypeID,
        @Schema(examples = "KRW") String currency,
        List<Night> nights) {

    @Schema(name = "PriceCurveNight")
    public record Night(
            LocalDate date,

            @Schema(description = "Of the room type, rounded down", examples = "70")
            int percentSold,

            boolean stopSale,
            long price,

            @Schema(description = "What the factors start from")
            long rate,

            @Schema(description = "The rate is this night's own")
            boolean overridden,

            List<Factor> factors,

            @Schema(description = "MIN or MAX where the price was cut") @Nullable
            String bound,

            List<AtOccupancy> atOccupancy) {}

    @Schema(name = "PriceFactor")
    public record Factor(
            @Schema(examples = "occupancy") String kind,
            @Schema(examples = "1.10") BigDecimal factor,
            @Schema(examples = "판매율 70% ×1.10") String ko,
            @Schema(examples = "70 % sold ×1.10") String en) {

        static Factor of(PriceFactor factor) {
            return new Factor(
                    factor.kind(), factor.factor(), factor.explain(Locale.KOREAN), factor.explain(Locale.ENGLISH));
        }
    }

    @Schema(name = "PriceAtOccupancy")
    public record AtOccupancy(
            @Schema(examples = "90") int occupancy,
            @Schema(examples = "150000") long price) {}

    static PriceCurve of(Situation situation, int typeId, LocalDate start, LocalDate end, List<Integer> occupancies) {
        var pricing = situation.known(typeId).pricing();
        var nights = situation.nights().stream()
                .filter(night -> night.roomTypeId() == typeId
                        && !night.date().isBefore(start)
                        && night.date().isBefore(end))
                .map(night -> {
                    var lead = situation.leadDays(night.date());
                    var other = occupancies.stream()
                            .map(percent -> new AtOccupancy(percent, pricing.amount(night.date(), percent, lead)))
                            .toList();
                    return night(night, pricing.price(night.date(), night.percentSold(), lead), other);
                })
                .toList();
        return new PriceCurve(Integer.toString(typeId), situation.tariff().currency(), nights);
    }

    private static Night night(NightStock.Night night, NightPrice price, List<AtOccupancy> other) {
        return new Night(
                night.date(),
                night.percentSold(),
                night.stopSale(),
                price.amount().minor(),
                price.rate().minor(),
                price.overridden(),
                price.factors().stream().map(Factor::of).toList(),
                price.bound() == NightPrice.Bound.NONE ? null : price.bound().name(),
                other);
    }
}
