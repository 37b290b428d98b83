package io.jari.rate;

import io.jari.core.price.Pricing;
import io.jari.core.price.PricingRules;
import io.jari.core.price.RateCard;

/** What offers of one room type are made from, and what it is called. */
public record RoomTypeTariff(
        int roomTypeId,
        String nameKo,
        String nameEn,
        int maxGuests,
        int rank,
        boolean closed,
        RateCard card,
        Pricing pricing) {

    RoomTypeTariff(
            int roomTypeId,
            String nameKo,
            String nameEn,
            int maxGuests,
            int rank,
            boolean closed,
            RateCard card,
            PricingRules rules) {
        this(roomTypeId, nameKo, nameEn, maxGuests, rank, closed, card, new Pricing(card, rules));
    }

    RoomTypeTariff with(RateCard other, PricingRules rules) {
        return new RoomTypeTariff(roomTypeId, nameKo, nameEn, maxGuests, rank, closed, other, rules);
    }
}
