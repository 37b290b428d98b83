package io.jari.hotel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a thing that was to be deleted. */
public record Removal(
        @Schema(
                description = "closed where reservations refer to it",
                enumeration = {"deleted", "closed"})
        String outcome,

        @Schema(description = "Reservations still to come or in the house", examples = "12")
        int reservationsAhead) {

    static final Removal DELETED = new Removal("deleted", 0);

    static Removal closed(RoomStock.Reservations reservations) {
        return new Removal("closed", reservations.ahead());
    }
}
