package io.jari.rate;

import io.jari.core.money.Money;
import io.jari.core.price.NightPrice;
import io.jari.core.price.PricingRules;
import io.jari.core.stay.CancellationPolicy;
import io.jari.core.stay.NightRange;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a hotel's offers are made from, as of one rates version. Immutable.
 *
 * @param ratesVersion of the hotel's partition head when it was read
 * @param currency ISO 4217
 * @param confirmChangePercent a change that moves a price by more must be confirmed
 * @param roomTypes by room type id
 */
public record Tariff(
        int hotelId,
        long ratesVersion,
        ZoneId zone,
        String currency,
        boolean closed,
        LocalTime checkIn,
        LocalTime checkOut,
        CancellationPolicy policy,
        int pendingMinutes,
        int confirmChangePercent,
        PricingRules rules,
        Map<Integer, RoomTypeTariff> roomTypes) {

    public Tariff {
        roomTypes = Map.copyOf(roomTypes);
    }

    /** Of a hotel that is not, or no more: it sells nothing. */
    static Tariff none(int hotelId, long ratesVersion) {
        return new Tariff(
                hotelId,
                ratesVersion,
                ZoneOffset.UTC,
                "XXX",
                true,
                LocalTime.NOON,
                LocalTime.NOON,
                new CancellationPolicy(0, LocalTime.NOON, new CancellationPolicy.Fee.FirstNight()),
                1,
                1,
                PricingRules.NONE,
                Map.of());
    }

    Tariff with(PricingRules other, Map<Integer, RoomTypeTariff> types) {
        return new Tariff(
                hotelId,
                ratesVersion,
                zone,
                currency,
                closed,
                checkIn,
                checkOut,
                policy,
                pendingMinutes,
                confirmChangePercent,
                other,
                types);
    }

    public @Nullable RoomTypeTariff roomType(int roomTypeId) {
        return roomTypes.get(roomTypeId);
    }

    /**
     * What one room costs for one night, in minor units.
     *
     * @param percentSold of the room type that night, rounded down
     * @param leadDays from the hotel's today to the night
     * @throws IllegalArgumentException when there is no such room type
     */
    public long price(int roomTypeId, LocalDate night, int percentSold, int leadDays) {
        return known(roomTypeId).pricing().amount(night, percentSold, leadDays);
    }

    /** The same price with its reasons. */
    public NightPrice explain(int roomTypeId, LocalDate night, int percentSold, int leadDays) {
        return known(roomTypeId).pricing().price(night, percentSold, leadDays);
    }

    /**
     * What canceling will cost, for all rooms.
     *
     * @param nightlyPrices for one room, first night first
     */
    public CancellationPolicy.Terms cancellation(NightRange nights, int rooms, long[] nightlyPrices) {
        var perRoom = Arrays.stream(nightlyPrices).reduce(0, Math::addExact);
        return policy.terms(
                nights,
                zone,
                Money.of(perRoom, currency).times(rooms),
                Money.of(nightlyPrices[0], currency).times(rooms));
    }

    private RoomTypeTariff known(int roomTypeId) {
        var type = roomTypes.get(roomTypeId);
        if (type == null) {
            throw new IllegalArgumentException("hotel " + hotelId + " has no room type " + roomTypeId);
        }
        return type;
    }
}
