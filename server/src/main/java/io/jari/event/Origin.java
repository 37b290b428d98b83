package io.jari.event;

import io.jari.account.Scope;
import org.jspecify.annotations.Nullable;

/** Where something happened: at a hotel, or at a concert, on one of its dates. */
public record Origin(
        @Nullable Long hotelId,
        @Nullable Long concertId,
        @Nullable Long dateId) {

    /** Whether who has rights over this scope may know. */
    public boolean isIn(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> true;
            case HOTEL -> hotelId != null && hotelId == scope.id();
            case CONCERT -> concertId != null && concertId == scope.id();
        };
    }
}
