package io.jari.booking;

import io.jari.account.Caller;
import io.jari.account.PersonalDataViews;
import io.jari.booking.BookingBodies.ReservationBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hotel's stays as its desk looks for them; that it looked is in the journal. */
@ApplicationScoped
public class HotelStays {
    private final DeskSearch search;
    private final PersonalDataViews views;

    public HotelStays(DeskSearch search, PersonalDataViews views) {
        this.search = search;
        this.views = views;
    }

    /** Some of them, and the cursor to those after. */
    public record Page(
            List<ReservationBody> reservations, @Nullable String next) {}

    /** The latest arrival first. */
    public Page find(Caller caller, int hotelId, DeskQuery query) {
        var found = search.find(hotelId, query);
        var people =
                Math.toIntExact(found.stream().filter(f -> f.guest() != null).count());
        views.list(caller, Integer.toString(hotelId), "hotel's reservations", people, query.told());
        return new Page(
                found.stream()
                        .map(f -> BookingBody.present(f.reservation(), f.guest()))
                        .toList(),
                found.size() == query.limit()
                        ? DeskQuery.After.of(found.getLast().reservation())
                        : null);
    }
}
