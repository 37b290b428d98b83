package io.jari.rate;

import io.jari.core.price.PricingRules;
import io.jari.core.price.RateCard;
import java.util.HashMap;
import java.util.List;

/** A change of prices, worked out but not written. */
sealed interface RateEdit {

    /** The tariff that would be in force. */
    Tariff on(Tariff tariff);

    String kind();

    /** Rates and stop sale of single nights. */
    record Nights(List<AlteredNight> altered) implements RateEdit {
        @Override
        public Tariff on(Tariff tariff) {
            var types = new HashMap<>(tariff.roomTypes());
            types.replaceAll((id, type) -> type.with(card(type), tariff.rules()));
            return tariff.with(tariff.rules(), types);
        }

        private RateCard card(RoomTypeTariff type) {
            var card = type.card();
            var overrides = new HashMap<>(card.overrides());
            for (var night : altered) {
                if (night.roomTypeId() == type.roomTypeId() && night.rateDiffers()) {
                    var rate = night.rateAfter();
                    if (rate == null) {
                        overrides.remove(night.date());
                    } else {
                        overrides.put(night.date(), Math.clamp(rate, card.min(), card.max()));
                    }
                }
            }
            return new RateCard(card.currency(), card.base(), card.min(), card.max(), overrides);
        }

        @Override
        public String kind() {
            return "nights";
        }
    }

    /** The hotel's pricing rules. */
    record Rules(PricingRules before, PricingRules after) implements RateEdit {
        @Override
        public Tariff on(Tariff tariff) {
            var types = new HashMap<>(tariff.roomTypes());
            types.replaceAll((id, type) -> type.with(type.card(), after));
            return tariff.with(after, types);
        }

        @Override
        public String kind() {
            return "rules";
        }
    }

    /** A room type's base rate and bounds. */
    record Card(int roomTypeId, RateCardBody before, RateCardBody after) implements RateEdit {
        @Override
        public Tariff on(Tariff tariff) {
            var types = new HashMap<>(tariff.roomTypes());
            types.computeIfPresent(roomTypeId, (id, type) -> type.with(after.card(type.card()), tariff.rules()));
            return tariff.with(tariff.rules(), types);
        }

        @Override
        public String kind() {
            return "card";
        }
    }
}
