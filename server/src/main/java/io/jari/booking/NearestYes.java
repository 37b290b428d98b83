package io.jari.booking;

import io.jari.core.stay.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The nearest that is free when a wish is refused: another room type for the same nights, or the same for nights nearby. */
final class NearestYes {
    private static final int DAYS_AROUND = 7;
    private static final int MOST_OF_EACH = 2;

    private NearestYes() {}

    static List<Offer.Free> to(Availability.Stock stock, Claim wish, Instant now) {
        var nearest = new ArrayList<Offer.Free>();
        otherTypes(stock, wish, now).limit(MOST_OF_EACH).forEach(nearest::add);
        otherNights(stock, wish, now).limit(MOST_OF_EACH).forEach(nearest::add);
        return nearest;
    }

    private static Stream<Offer.Free> otherTypes(Availability.Stock stock, Claim wish, Instant now) {
        var wished = stock.tariff().roomType(wish.roomTypeId());
        if (wished == null) {
            return Stream.empty();
        }
        return stock.tariff().roomTypes().values().stream()
                .filter(type -> type.roomTypeId() != wish.roomTypeId() && type.maxGuests() >= wished.maxGuests())
                .sorted(Comparator.comparingInt(type -> Math.abs(type.rank() - wished.rank())))
                .map(type -> Offer.of(stock, new Claim(type.roomTypeId(), wish.nights(), wish.rooms()), now))
                .flatMap(NearestYes::free);
    }

    private static Stream<Offer.Free> otherNights(Availability.Stock stock, Claim wish, Instant now) {
        return IntStream.rangeClosed(1, DAYS_AROUND)
                .flatMap(days -> IntStream.of(days, -days))
                .mapToObj(days -> Offer.of(
                        stock, new Claim(wish.roomTypeId(), Offer.shifted(wish.nights(), days), wish.rooms()), now))
                .flatMap(NearestYes::free);
    }

    private static Stream<Offer.Free> free(Offer offer) {
        return offer instanceof Offer.Free free ? Stream.of(free) : Stream.empty();
    }
}
