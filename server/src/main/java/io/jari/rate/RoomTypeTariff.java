package io.jari.rate;

import io.jari.core.price.Pricing;
import io.jari.core.price.PricingRules;
import io.jari.core.price.RateCard;

/** What offers of one room type are made from. */
public record RoomTypeTariff(int roomTypeId, int maxGuests, int rank, boolean closed, RateCard card, Pricing pricing) {

    RoomTypeTariff(int roomTypeId, int maxGuests, int rank, boolean closed, RateCard card, PricingRules rules) {
        this(roomTypeId, maxGuests, rank, closed, card, new Pricing(card, rules));
    }

    RoomTypeTariff with(RateCard other, PricingRules rules) {
        return new RoomTypeTariff(roomTypeId, maxGuests, rank, closed, other, rules);
    }
}
