package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.HotelClock;
import io.jari.core.stay.NightRange;
import io.jari.db.DatabaseClock;
import io.jari.http.MoneyBody;
import io.jari.http.TextBody;
import io.jari.rate.RoomTypeTariff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Says from memory, night by night, what a hotel has free and at what price. */
@ApplicationScoped
public class FreeRooms {
    /** How many are left is told up to here: more would only tell competitors the house. */
    private static final int FEW = 5;

    /** With the following of the database it is at most a second. */
    private static final Duration MOMENT = Duration.ofMillis(700);

    private final Availability availability;
    private final DatabaseClock clock;

    public FreeRooms(Availability availability, DatabaseClock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * Never blocks; empty when there is no such hotel. A closed hotel has no room types.
     *
     * @param guests leaves out types whose rooms do not sleep so many; null: all types
     */
    public CompletableFuture<Optional<AvailabilityBody>> of(
            int hotelId, NightRange nights, int rooms, @Nullable Integer guests) {
        return availability
                .of(hotelId)
                .thenApply(
                        found -> found.map(stock -> body(stock, hotelId, nights, rooms, guests == null ? 0 : guests)));
    }

    /**
     * Says from now on whether what is told of the hotel now may be told still: not once its offers have changed or a day is over; and what
     * was reserved meanwhile may be missing from it for a moment. To be asked for before what is told is read; never blocks.
     */
    public BooleanSupplier mayStillBeTold(int hotelId) {
        var stock = availability.known(hotelId);
        if (stock == null) {
            return () -> false;
        }
        var version = stock.nights().version();
        var hotel = new HotelClock(stock.tariff().zone());
        var today = hotel.today(clock.now());
        var begins = hotel.at(today, LocalTime.MIN).toEpochMilli();
        var ends = hotel.at(today.plusDays(1), LocalTime.MIN).toEpochMilli();
        var momentEnds = System.nanoTime() + MOMENT.toNanos();
        return () -> {
            var now = clock.millis();
            var known = availability.known(hotelId);
            return known != null
                    && known.nights().equals(stock.nights()) // the very same: it is read anew when offers change
                    && (stock.nights().version() == version || System.nanoTime() - momentEnds < 0)
                    && begins <= now
                    && now < ends;
        };
    }

    private AvailabilityBody body(Availability.Stock stock, int hotelId, NightRange nights, int rooms, int guests) {
        var now = clock.now();
        var tariff = stock.tariff();
        var types = tariff.roomTypes().values().stream()
                .filter(type -> !tariff.closed() && !type.closed() && (long) type.maxGuests() * rooms >= guests)
                .sorted(Comparator.comparingInt(RoomTypeTariff::rank).thenComparingInt(RoomTypeTariff::roomTypeId))
                .map(type -> type(stock, type, new Claim(type.roomTypeId(), nights, rooms), now))
                .toList();
        return new AvailabilityBody(
                Integer.toString(hotelId), nights.start(), nights.end(), rooms, tariff.currency(), types);
    }

    private static AvailabilityBody.Type type(Availability.Stock stock, RoomTypeTariff type, Claim wish, Instant now) {
        var nights = new ArrayList<AvailabilityBody.Night>(wish.nights().nights());
        var inventory = Offer.nights(stock, wish).inventory();
        var today = new HotelClock(stock.tariff().zone()).today(now);
        for (var date : wish.nights()) {
            var oneNight = new Claim(wish.roomTypeId(), NightRange.from(date, 1), wish.rooms());
            var reason = date.isBefore(today) ? "past" : reason(inventory.reserve(oneNight));
            nights.add(night(stock, type, date, reason, now));
        }
        var available = nights.stream().allMatch(AvailabilityBody.Night::available);
        var left = nights.stream()
                .map(AvailabilityBody.Night::left)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        var total = nights.stream().mapToLong(AvailabilityBody.Night::price).reduce(0, Math::addExact);
        return new AvailabilityBody.Type(
                Integer.toString(type.roomTypeId()),
                new TextBody(type.nameKo(), type.nameEn()),
                type.maxGuests(),
                available,
                available ? left.orElse(null) : null,
                new MoneyBody(
                        Math.multiplyExact(total, wish.rooms()), stock.tariff().currency()),
                nights);
    }

    private static @Nullable String reason(Decision decision) {
        return switch (decision) {
            case Decision.Granted() -> null;
            case Decision.Refused refused -> BookingProblems.reason(refused.reason());
        };
    }

    private static AvailabilityBody.Night night(
            Availability.Stock stock, RoomTypeTariff type, LocalDate date, @Nullable String reason, Instant now) {
        var day = Math.toIntExact(date.toEpochDay());
        var row = stock.nights().row(type.roomTypeId(), day);
        var house = stock.nights().row(Nights.HOUSE, day);
        var lead = Math.max(0, new HotelClock(stock.tariff().zone()).leadDays(date, now));
        var price = stock.tariff().explain(type.roomTypeId(), date, row == null ? 0 : row.percentSold(), lead);
        var left = row == null || house == null || row.stopSale() || "past".equals(reason)
                ? null
                : Math.max(0, Math.min(row.target() - row.reserved(), house.target() - house.reserved()));
        return new AvailabilityBody.Night(
                date,
                price.amount().minor(),
                reason == null,
                reason,
                left == null || left > FEW ? null : left,
                PriceReasons.of(price));
    }
}
