package io.jari.rate;

import io.jari.core.price.RateCard;
import io.jari.http.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rates and stop sale by date range and weekday. */
record NightsPlan(RateChangeBody asked) implements Plan {

    @Override
    public RateEdit edit(Situation situation) {
        requireDates(situation);
        var types = new HashMap<Integer, RoomTypeTariff>();
        for (var i = 0; i < asked.roomTypeIDs().size(); i++) {
            var id = Integer.parseInt(asked.roomTypeIDs().get(i));
            var type = situation.tariff().roomType(id);
            if (type == null) {
                throw Problem.invalid("/roomTypeIDs/" + i, "must be a room type of the hotel")
                        .exception();
            }
            requireBounds(type.card());
            types.put(id, type);
        }
        return new RateEdit.Nights(altered(situation, types));
    }

    private void requireDates(Situation situation) {
        if (asked.startDate().isBefore(situation.today())) {
            throw Problem.invalid("/startDate", "must not be before the hotel's today, " + situation.today())
                    .exception();
        }
        if (!asked.endDate().isAfter(asked.startDate())) {
            throw Problem.invalid("/endDate", "must be after startDate").exception();
        }
        if (asked.endDate().isAfter(situation.horizon())) {
            throw Problem.invalid("/endDate", "must not be after the horizon, " + situation.horizon())
                    .exception();
        }
    }

    private void requireBounds(RateCard card) {
        var rate = asked.rate();
        if (rate != null && (rate < card.min() || rate > card.max())) {
            throw Problem.invalid("/rate", "must lie between %d and %d".formatted(card.min(), card.max()))
                    .exception();
        }
    }

    private List<AlteredNight> altered(Situation situation, HashMap<Integer, RoomTypeTariff> types) {
        var weekdays = Set.copyOf(asked.weekdays());
        return situation.nights().stream()
                .filter(night -> !night.date().isBefore(asked.startDate())
                        && night.date().isBefore(asked.endDate())
                        && weekdays.contains(night.date().getDayOfWeek()))
                .flatMap(night -> {
                    var type = types.get(night.roomTypeId());
                    return type == null ? null : altered(night, type.card()).stream();
                })
                .toList();
    }

    private List<AlteredNight> altered(NightStock.Night night, RateCard card) {
        var rate = card.overrides().get(night.date());
        var stops = asked.stopSale() != null && asked.stopSale() != night.stopSale();
        var altered = new AlteredNight(
                night.roomTypeId(),
                night.date(),
                rate,
                null,
                asked.changesRates() ? wanted(card, night.date()) : rate,
                null,
                stops ? (Boolean) night.stopSale() : null,
                stops ? asked.stopSale() : null);
        return altered.rateDiffers() || altered.stopDiffers() ? List.of(altered) : List.of();
    }

    private @Nullable Long wanted(RateCard card, LocalDate date) {
        if (asked.clears()) {
            return null;
        }
        var factor = asked.factor();
        return factor == null
                ? Objects.requireNonNull(asked.rate())
                : Math.clamp(times(card.rate(date), factor), card.min(), card.max());
    }

    private static long times(long rate, BigDecimal factor) {
        return BigDecimal.valueOf(rate)
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
