package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.HotelClock;
import io.jari.core.stay.NightRange;
import java.time.Instant;
import java.time.LocalDate;

/** What memory says to a wish for rooms: a price, or why not. It holds nothing. */
sealed interface Offer {

    /** It is free, at this price, on these terms. */
    record Free(Claim claim, Terms terms) implements Offer {}

    /** A night cannot be sold. */
    record Full(Decision.Refused why) implements Offer {}

    /** The hotel or the room type sells nothing, or does not exist. */
    record NotSold(Answer.NotSold.What what) implements Offer {}

    /** The first night is over at the hotel. */
    record Past(LocalDate today) implements Offer {}

    static Offer of(Availability.Stock stock, Claim claim, Instant now) {
        var tariff = stock.tariff();
        if (tariff.closed()) {
            return new NotSold(Answer.NotSold.What.HOTEL_CLOSED);
        }
        var type = tariff.roomType(claim.roomTypeId());
        if (type == null || type.closed()) {
            return new NotSold(type == null ? Answer.NotSold.What.ROOM_TYPE : Answer.NotSold.What.ROOM_TYPE_CLOSED);
        }
        var today = new HotelClock(tariff.zone()).today(now);
        if (claim.nights().start().isBefore(today)) {
            return new Past(today);
        }
        var nights = nights(stock, claim);
        return switch (nights.inventory().reserve(claim)) {
            case Decision.Refused refused -> new Full(refused);
            case Decision.Granted() ->
                new Free(
                        claim,
                        Pricing.terms(
                                tariff,
                                claim,
                                now,
                                day -> nights.row(claim.roomTypeId(), day).percentSold()));
        };
    }

    /** The rows that a claim touches, of its type and of the house. */
    static Nights nights(Availability.Stock stock, Claim claim) {
        var nights = new Nights();
        for (var day = claim.nights().startDay(); day < claim.nights().endDay(); day++) {
            put(nights, stock, claim.roomTypeId(), day);
            put(nights, stock, Nights.HOUSE, day);
        }
        return nights;
    }

    private static void put(Nights nights, Availability.Stock stock, int roomTypeId, int day) {
        var row = stock.nights().row(roomTypeId, day);
        if (row != null) {
            nights.put(roomTypeId, day, row);
        }
    }

    /** The same length of stay, begun some days later or earlier. */
    static NightRange shifted(NightRange nights, int days) {
        return new NightRange(nights.start().plusDays(days), nights.end().plusDays(days));
    }
}
