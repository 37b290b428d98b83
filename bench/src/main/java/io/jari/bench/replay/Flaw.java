package io.jari.bench.replay;

import io.jari.bench.replay.BookingRow.Ending;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with a booking of the file. The first that applies names the row. */
enum Flaw {
    NO_NIGHTS("no nights", true),
    BEYOND_HORIZON("ends later than the 730 nights on sale when it was made", true),
    NOBODY("no guests", true),
    TOO_MANY_GUESTS("more guests than the room sleeps", true),
    NO_ADULT("children without an adult", false),
    CANCELED_LATE("canceled after the day of arrival", false),
    RECORDED_EARLY("no-show or departure recorded before it can have happened", false);

    private static final int HORIZON_NIGHTS = 730;

    private final String words;
    private final boolean mustBeRefused;

    Flaw(String words, boolean mustBeRefused) {
        this.words = words;
        this.mustBeRefused = mustBeRefused;
    }

    static Optional<Flaw> of(BookingRow row, HotelPlan plan) {
        return Stream.of(values()).filter(flaw -> flaw.applies(row, plan)).findFirst();
    }

    String words() {
        return words;
    }

    /** Whether selling it is a fault of the server; the others are odd, but can be lived with. */
    boolean mustBeRefused() {
        return mustBeRefused;
    }

    private boolean applies(BookingRow row, HotelPlan plan) {
        return switch (this) {
            case NO_NIGHTS -> row.nights() == 0;
            case BEYOND_HORIZON -> row.leadDays() + row.nights() > HORIZON_NIGHTS;
            case NOBODY -> row.party() == 0;
            case TOO_MANY_GUESTS -> row.party() > plan.type(row.roomType()).maxGuests();
            case NO_ADULT -> row.adults() == 0;
            case CANCELED_LATE ->
                row.ending() == Ending.CANCELED && row.recorded().isAfter(row.arrival());
            case RECORDED_EARLY ->
                switch (row.ending()) {
                    case STAYED -> row.recorded().isBefore(row.departure());
                    case NO_SHOW -> row.recorded().isBefore(row.arrival());
                    case CANCELED -> false;
                };
        };
    }
}
