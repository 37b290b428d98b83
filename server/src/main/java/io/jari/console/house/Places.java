package io.jari.console.house;

import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.concert.Concert;
import io.jari.concert.Concerts;
import io.jari.hotel.Hotel;
import io.jari.hotel.Hotels;
import io.jari.http.Problem;
import io.jari.page.Texts;
import io.jari.page.Visit;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hotels and concerts that a right, a webhook or a search is about, by their names. */
@Singleton
class Places {
    /** So many are offered before anything is typed; others are found by their names. */
    private static final int MOST = 50;

    private final Hotels hotels;
    private final Concerts concerts;

    Places(Hotels hotels, Concerts concerts) {
        this.hotels = hotels;
        this.concerts = concerts;
    }

    /** Empty where it is none. */
    static Optional<Scope> parse(@Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(Scope.of(value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Those over which somebody has any right. */
    List<Place> of(Texts t, Caller caller) {
        var places = new ArrayList<Place>();
        var rights = caller.rights();
        if (rights.allows(Role.ADMINISTRATOR, Scope.ALL)) {
            places.add(new Place(Scope.ALL.text(), t.say("house.place.all")));
        }
        if (rights.allows(Role.DESK, Scope.ALL) || rights.allows(Role.REVENUE, Scope.ALL)) {
            hotels.page(null, null, 0, MOST).forEach(hotel -> places.add(place(t, hotel)));
        }
        if (rights.allows(Role.ORGANISER, Scope.ALL)) {
            concerts.page(null, 0, MOST).forEach(concert -> places.add(place(t, concert)));
        }
        rights.grants().stream()
                .map(grant -> grant.scope())
                .filter(scope -> scope.kind() != Scope.Kind.ALL)
                .distinct()
                .limit(MOST)
                .map(scope -> new Place(scope.text(), name(t, scope)))
                .filter(place -> !places.contains(place))
                .forEach(places::add);
        return List.copyOf(places);
    }

    private static Place place(Texts t, Hotel hotel) {
        var scope = Scope.hotel(Long.parseLong(hotel.hotelID()));
        return new Place(scope.text(), t.pick(hotel.details().name()));
    }

    private static Place place(Texts t, Concert concert) {
        var scope = Scope.concert(Long.parseLong(concert.concertID()));
        return new Place(scope.text(), t.pick(concert.details().title()));
    }

    /** What it is called; its id where there is no such thing any more. */
    String name(Texts t, Scope scope) {
        try {
            return switch (scope.kind()) {
                case ALL -> t.say("house.place.all");
                case HOTEL -> t.pick(hotels.find((int) scope.id()).details().name());
                case CONCERT -> t.pick(concerts.find((int) scope.id()).details().title());
            };
        } catch (Problem _) {
            return scope.text();
        }
    }

    /** By which days begin and end there. */
    ZoneId zone(@Nullable Scope scope) {
        try {
            if (scope != null && scope.kind() == Scope.Kind.HOTEL) {
                return ZoneId.of(hotels.find((int) scope.id()).details().timeZone());
            }
        } catch (Problem _) {
            return Visit.HOME;
        }
        return Visit.HOME;
    }
}
