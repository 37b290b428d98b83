package io.jari.event;

import io.jari.account.Caller;
import io.jari.account.Grant;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.db.Partition;
import java.util.List;
import java.util.stream.Stream;

/** Of which hotels, and of which concerts with their dates, events are shown. */
record Sight(boolean allHotels, boolean allConcerts, List<Long> hotels, List<Long> concerts, List<Long> dates) {
    static final Sight ALL = new Sight(true, true, List.of(), List.of(), List.of());

    static Sight hotel(long hotelId) {
        return new Sight(false, false, List.of(hotelId), List.of(), List.of());
    }

    static Sight concert(long concertId) {
        return new Sight(false, false, List.of(), List.of(concertId), List.of());
    }

    /** All that a caller has charge of. */
    static Sight of(Caller caller) {
        return new Sight(
                caller.rights().allows(Role.MANAGER, Scope.ALL),
                caller.rights().allows(Role.ORGANISER, Scope.ALL),
                ids(caller, Role.MANAGER, Scope.Kind.HOTEL),
                ids(caller, Role.ORGANISER, Scope.Kind.CONCERT),
                List.of());
    }

    private static List<Long> ids(Caller caller, Role role, Scope.Kind kind) {
        return caller.rights().grants().stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::scope)
                .filter(scope -> scope.kind() == kind)
                .map(Scope::id)
                .toList();
    }

    boolean isEmpty() {
        return wholeKinds().isEmpty() && hotels.isEmpty() && concerts.isEmpty();
    }

    Sight with(List<Long> datesOfConcerts) {
        return new Sight(allHotels, allConcerts, hotels, concerts, datesOfConcerts);
    }

    List<Integer> wholeKinds() {
        var hotelKinds = allHotels ? Stream.of(Partition.Kind.HOTEL) : Stream.<Partition.Kind>empty();
        var concertKinds =
                allConcerts ? Stream.of(Partition.Kind.DATE, Partition.Kind.CONCERT) : Stream.<Partition.Kind>empty();
        return Stream.concat(hotelKinds, concertKinds).map(Partition.Kind::code).toList();
    }

    List<Partition> partitions() {
        return Stream.of(
                        hotels.stream().map(Partition::hotel),
                        concerts.stream().map(Partition::concert),
                        dates.stream().map(Partition::date))
                .flatMap(p -> p)
                .toList();
    }
}
